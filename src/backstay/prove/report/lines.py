"""Lines: what each line of the contract says, and what the proof has to say of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.model import Place
from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome

CONTAINERS = frozenset(
    "defaults resources jobs prove fields flow rules actions list access sla".split()
)
"""Keys that say nothing by themselves; what stands under them does."""

SHEET_ONLY = frozenset(("audit",))
"""Checks that hold a row of the gate sheet, and no line: the contract says nothing of them."""

NOT_BUILT = "jobs"
NOT_BUILT_REASON = "read and checked, not built by this version: there is nothing to prove yet"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the contract with its results; `outcome` is the worst of theirs.

    `reason` says why a line without results is what it is.
    """

    key: str
    at: Place
    text: str
    outcome: Outcome
    results: tuple[Result, ...] = ()
    reason: str = ""


def lines_of(blueprint: Blueprint, text: str, results: Iterable[Result]) -> list[Line]:
    """Every line that says something, in the order of the file.

    A result of what the language adds by itself stands at the nearest key that is written, so that
    none is left out.
    """
    said, written = places_of(blueprint), _written(blueprint)
    by_key: dict[str, list[Result]] = {}
    for result in results:
        if result.check not in SHEET_ONLY:
            by_key.setdefault(_home(result.key, written), []).append(result)
    places = said | {key: written[key] for key in by_key}
    shown = text.splitlines()
    return [
        _line(key, at, _bare(shown[at.line - 1]), by_key.get(key, ()))
        for key, at in sorted(places.items(), key=lambda item: item[1])
    ]


def _written(blueprint: Blueprint) -> dict[str, Place]:
    """Every key that stands in the file, those that only hold others too."""
    found = dict(blueprint.keys)
    for resource in blueprint.resources:
        found |= {f"resources.{resource.name}.{key}": at for key, at in resource.keys.items()}
    return found


def _home(key: str, written: Mapping[str, Place]) -> str:
    """The key itself, or the nearest one above it that is written; every contract names itself."""
    while key and key not in written:
        key = key.rpartition(".")[0]
    return key or "service"


def places_of(blueprint: Blueprint) -> dict[str, Place]:
    """The keys that ask for proof, and where they stand."""
    found = {key: at for key, at in blueprint.keys.items() if not _is_container(key)}
    for resource in blueprint.resources:
        for key, at in resource.keys.items():
            holds = any(other.startswith(f"{key}.") for other in resource.keys)
            if key not in CONTAINERS and not holds:
                found[f"resources.{resource.name}.{key}"] = at
    return found


def _bare(line: str) -> str:
    """A line without its comment."""
    return line.split(" #", maxsplit=1)[0].strip()


def _is_container(key: str) -> bool:
    # `resources.Task` is a container too: its own keys speak for it
    return key in CONTAINERS or key.rpartition(".")[0] == "resources"


def _line(key: str, at: Place, text: str, results: Sequence[Result]) -> Line:
    if results:
        return Line(key, at, text, worst(result.outcome for result in results), tuple(results))
    if key.startswith(f"{NOT_BUILT}."):
        return Line(key, at, text, Outcome.NOT_APPLICABLE, reason=NOT_BUILT_REASON)
    return Line(key, at, text, Outcome.UNPROVEN, reason="no check was run for it")


_ORDER = (Outcome.FAILED, Outcome.UNPROVEN, Outcome.PASSED, Outcome.NOT_APPLICABLE)


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The outcome that decides over all of them; unproven when there are none."""
    return min(outcomes, key=_ORDER.index, default=Outcome.UNPROVEN)
