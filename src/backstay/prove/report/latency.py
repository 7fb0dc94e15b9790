"""Latency of each operation as a row of a chart: percentiles on a logarithmic scale."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log10

from backstay.prove.evidence.result import Figure, Result

WIDTH = 560
LEAST, MOST = 0.5, 2_000.0
TICKS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000)
PERCENTILES = ("p50", "p95", "p99")


@dataclass(frozen=True, slots=True)
class Bar:
    """One operation: its percentiles in milliseconds, and where they stand in the chart."""

    name: str
    p50: float
    p95: float
    p99: float
    target: float | None

    def x(self, milliseconds: float) -> float:
        """Where a time stands."""
        return place(milliseconds)

    @property
    def met(self) -> bool:
        """Whether its p95 keeps the promise."""
        return self.target is None or self.p95 < self.target


def place(milliseconds: float) -> float:
    """Pixels from the left for a time."""
    held = min(max(milliseconds, LEAST), MOST)
    return round(WIDTH * log10(held / LEAST) / log10(MOST / LEAST), 1)


def bars_of(results: Iterable[Result]) -> list[Bar]:
    """The operations that were measured, slowest first.

    Each is measured by three figures: `p50 OPERATION`, `p95 OPERATION`, `p99 OPERATION`.
    """
    found: dict[str, dict[str, Figure]] = {}
    for result in results:
        for figure in result.figures:
            percentile, _, operation = figure.name.partition(" of ")
            if percentile in PERCENTILES and operation:
                found.setdefault(operation, {})[percentile] = figure
    bars = [
        Bar(name, own["p50"].value, own["p95"].value, own["p99"].value, own["p95"].target)
        for name, own in found.items()
        if len(own) == len(PERCENTILES)
    ]
    return sorted(bars, key=lambda bar: -bar.p95)
