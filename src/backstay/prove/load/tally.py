"""Tally: how long the answers to each operation took, and which there were."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from hdrh.histogram import HdrHistogram

LONGEST = 60_000_000
DIGITS = 3
SERVER_ERRORS = 500
NO_ANSWER = 0
OVERLOAD = (503, 504)


def _histogram() -> Any:
    return HdrHistogram(1, LONGEST, DIGITS)


@dataclass(slots=True)
class Tally:
    """The answers to one operation, or to all; `statuses` counts a missing answer as 0."""

    times: Any = field(default_factory=_histogram)
    statuses: Counter[int] = field(default_factory=Counter)

    def add(self, status: int, seconds: float) -> None:
        """Count one answer, timed from when its request was due."""
        self.times.record_value(min(LONGEST, max(1, int(seconds * 1e6))))
        self.statuses[status] += 1

    def merge(self, other: "Tally") -> None:
        """Count everything that another tally holds."""
        self.times.add(other.times)
        self.statuses.update(other.statuses)

    def milliseconds(self, percentile: float) -> float:
        """The time within which that many percent were answered."""
        return float(self.times.get_value_at_percentile(percentile)) / 1000

    @property
    def count(self) -> int:
        """How many requests were sent."""
        return sum(self.statuses.values())

    @property
    def done(self) -> int:
        """Answers that say the work was done."""
        return sum(amount for status, amount in self.statuses.items() if status in range(200, 300))

    @property
    def errors(self) -> int:
        """Server errors, and requests that got no answer."""
        return sum(
            amount
            for status, amount in self.statuses.items()
            if status >= SERVER_ERRORS or status == NO_ANSWER
        )

    @property
    def only_overload(self) -> bool:
        """Whether all errors are of the kind that too little CPU makes: shed, timed out."""
        return all(status in OVERLOAD for status in self.statuses if status >= SERVER_ERRORS)

    @property
    def error_rate(self) -> float:
        """In percent."""
        return 100 * self.errors / self.count if self.count else 0.0
