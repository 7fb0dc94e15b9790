"""The contract as it was written, each line with what was proven of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
from backstay.prove.report.lines import Line, worst

_COMMENT = re.compile(r"(?=\s+#)|(?=^#)")


@dataclass(frozen=True, slots=True)
class Annotated:
    """One line of the file; `outcome` is None where it says nothing that needs proof."""

    number: int
    text: str
    outcome: Outcome | None
    results: tuple[Result, ...]
    reasons: tuple[str, ...]

    @property
    def summary(self) -> str:
        """What was tried, in a few words: `bounds, default (4)`."""
        if not self.results:
            return "not tried" if self.outcome is Outcome.UNPROVEN else "not built yet"
        checks = ", ".join(dict.fromkeys(result.check for result in self.results))
        return f"{checks} ({len(self.results)})"

    @property
    def said(self) -> str:
        """The line without its comment."""
        return _COMMENT.split(self.text, maxsplit=1)[0]

    @property
    def comment(self) -> str:
        """The comment, with the space before it."""
        return self.text[len(self.said) :]


def annotated(text: str, lines: Sequence[Line]) -> list[Annotated]:
    """Every line of the contract's file, in order."""
    found: dict[int, list[Line]] = {}
    for line in lines:
        found.setdefault(line.at.line, []).append(line)
    return [
        _annotated(number, shown, found.get(number, ()))
        for number, shown in enumerate(text.splitlines(), 1)
    ]


def _annotated(number: int, text: str, lines: Sequence[Line]) -> Annotated:
    return Annotated(
        number,
        text,
        worst(line.outcome for line in lines) if lines else None,
        tuple(result for line in lines for result in line.results),
        tuple(line.reason for line in lines if line.reason),
    )
