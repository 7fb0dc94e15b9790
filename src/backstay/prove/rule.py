"""Rule: a check that reads source; one file, whose docstring is its page and its test."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from backstay.prove.finding import Severity
from backstay.prove.hit import Hit

Run = Callable[[Any], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule with all that is known about it.

    Attributes:
        id: `DAT003`: the group and a number, stable for ever.
        name: The file's name, read as "allow NAME": `commit-in-service`.
        page: The docstring of the file: what, why, flagged and right examples.
        reads: `python`, `script`, `document` or `tree`: what one run is given.
        run: Yields a hit for each place.
        rows: The rows of the standard that it holds: `R-012`, `C-30`.
        severity: Of a hit that does not say its own.
        minutes: What mending one hit is reckoned to take; the debt ratio adds them (C-58).
        hint: What to do, for hits that do not say it.
        habit: The project's own pattern wins: where most places break the rule, its hits are only
            information (C-30, C-79), unless the project is built from a contract.
        share: Of a habit: breaks are drift while they are at most one in so many places.
        collect: For rules over a tree: what to note of each Python source (JSON values only);
            they find it in `tree.noted`.
    """

    id: str
    name: str
    page: str
    reads: str
    run: Run
    rows: tuple[str, ...]
    severity: Severity
    minutes: int
    hint: str
    habit: bool
    collect: Callable[[Any], Any] | None
    share: int = 4

    @property
    def title(self) -> str:
        """The first line of the page, without its full stop."""
        return self.page.strip().partition("\n")[0].rstrip(".")


def rule(  # the decorator's words are the rule's metadata
    code: str,
    *,
    rows: tuple[str, ...],
    severity: Severity = Severity.MEDIUM,
    minutes: int = 10,
    hint: str = "",
    habit: bool = False,
    share: int = 4,
    collect: Callable[[Any], Any] | None = None,
) -> Callable[[Run], Rule]:
    """Make a rule of a function; the type of its one argument says what it reads.

    Raises:
        TypeError: The argument has no type that can be read.
    """

    def made(run: Run) -> Rule:
        module = sys.modules[run.__module__]
        reads = getattr(next(iter(run.__annotations__.values()), None), "reads", None)
        if not isinstance(reads, str):
            raise TypeError(f"{code}: type the argument: Source, Script, Document or Tree")
        name = module.__name__.rpartition(".")[2].replace("_", "-")
        page = (module.__doc__ or "").strip()
        return Rule(
            code, name, page, reads, run, rows, severity, minutes, hint, habit, collect, share
        )

    return made
