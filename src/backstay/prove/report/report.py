"""Report: one whole proof, ready to be written down."""

from collections.abc import Sequence
from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint
from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
from backstay.prove.report.gate import Gate, sheet_of
from backstay.prove.report.lines import Line, lines_of
from backstay.prove.report.sentence import Delivery, delivery_of
from backstay.prove.running.environment import Environment


@dataclass(frozen=True, slots=True)
class Report:
    """One proof: the contract's lines, what else was tried, the gate sheet, the sentence."""

    service: str
    version: str
    full: bool
    environment: Environment
    lines: tuple[Line, ...]
    results: tuple[Result, ...]
    gates: tuple[Gate, ...]
    delivery: Delivery
    seconds: float

    @property
    def proven(self) -> bool:
        """Whether every line holds and no measured number misses its target."""
        return bool(self.delivery.sentence) and not self.missed

    @property
    def missed(self) -> list[Gate]:
        """The floors that were measured and missed."""
        return [gate for gate in self.gates if gate.hard and gate.outcome is Outcome.FAILED]

    def count(self, outcome: Outcome) -> int:
        """How many lines came out so."""
        return sum(line.outcome is outcome for line in self.lines)


def report_of(
    blueprint: Blueprint,
    text: str,
    results: Sequence[Result],
    environment: Environment,
    *,
    full: bool,
    seconds: float,
) -> Report:
    """The report of a proof.

    Args: blueprint and text, of the contract; results, of every trial; environment; full, whether
    the long form was run; seconds, that it took.
    """
    lines = lines_of(blueprint, text, results)
    return Report(
        service=blueprint.service,
        version=blueprint.version,
        full=full,
        environment=environment,
        lines=tuple(lines),
        results=tuple(results),
        gates=tuple(sheet_of(results)),
        delivery=delivery_of(blueprint, lines, results),
        seconds=seconds,
    )
