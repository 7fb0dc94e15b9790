"""The contract as it was written, each line with what was proven of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
from backstay.prove.report.lines import Line, worst


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
        """What was tried, in a few words: `bounds, default: 4 checks, 31 requests`."""
        if not self.results:
            return "; ".join(self.reasons)
        checks = ", ".join(dict.fromkeys(result.check for result in self.results))
        requests = sum(result.requests for result in self.results)
        count = len(self.results)
        return f"{checks}: {count} check{'s' * (count > 1)}, {requests} requests"


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
