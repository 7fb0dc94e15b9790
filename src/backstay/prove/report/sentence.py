"""The delivery sentence (R-219, C-46): measured numbers only, or which of them is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.operations import Operation, operations
from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
from backstay.prove.report.lines import Line

SENTENCE = (
    "Backend implementation completed. Delivered {endpoints} endpoints with full validation, "
    "OpenAPI documentation, and {coverage}% test coverage. Response time < {p95} ms p95. "
    "Ready for integration."
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """The sentence, or what keeps it from being said; exactly one of the two is there."""

    sentence: str
    missing: tuple[str, ...] = ()


def delivery_of(blueprint: Blueprint, lines: Sequence[Line], results: Sequence[Result]) -> Delivery:
    """The sentence of a proof."""
    missing = [
        f"line {line.at.line} is {line.outcome}: {line.text}"
        for line in lines
        if line.outcome in (Outcome.FAILED, Outcome.UNPROVEN)
    ]
    coverage = _figures(results, "coverage")
    p95 = _figures(results, "p95 simple") + _figures(results, "p95 complex")
    if not coverage:
        missing.append("the coverage of the project's own tests was not measured")
    if not p95:
        missing.append("the latency of the operations was not measured")
    if missing:
        return Delivery("", tuple(missing))
    proven = [one for one in operations(blueprint) if is_proven(one, results)]
    return Delivery(
        SENTENCE.format(
            endpoints=len(proven), coverage=int(min(coverage)), p95=max(1, ceil(max(p95)))
        )
    )


def is_proven(operation: Operation, results: Sequence[Result]) -> bool:
    """Whether all that was tried of its resource held; sign-in belongs to the accounts."""
    key = f"resources.{operation.resource}." if operation.resource else "roles"
    own = [result for result in results if result.key.startswith(key)]
    return bool(own) and all(result.outcome is Outcome.PASSED for result in own)


def _figures(results: Sequence[Result], name: str) -> list[float]:
    return [one.value for result in results for one in result.figures if one.name == name]
