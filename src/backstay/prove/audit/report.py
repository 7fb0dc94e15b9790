"""Report of an audit: what came of each question, and on what it was asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
from backstay.prove.report.document import canonical, plain

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Audit:
    """One audit of one service.

    Attributes:
        target: its URL; document: where the document was found; title, version: what it says.
        began: when; machine: on what; seconds, requests: how much it took.
    """

    target: str
    document: str
    title: str
    version: str
    began: str
    machine: str
    writes: bool
    results: tuple[Result, ...]
    seconds: float
    requests: int

    def of(self, outcome: Outcome) -> list[Result]:
        """The results with that outcome."""
        return [one for one in self.results if one.outcome is outcome]

    @property
    def held(self) -> bool:
        """Whether something passed and nothing failed."""
        return bool(self.of(Outcome.PASSED)) and not self.of(Outcome.FAILED)


def to_json(audit: Audit) -> str:
    """The audit as canonical JSON; `format` counts up when its shape changes."""
    return canonical({"format": FORMAT, "held": audit.held, **plain(audit)})


def checks_of(results: Iterable[Result]) -> dict[str, list[Result]]:
    """Results by check, in the order in which they were asked."""
    found: dict[str, list[Result]] = {}
    for result in results:
        found.setdefault(result.check, []).append(result)
    return found
