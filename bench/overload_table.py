"""The table of overload: what came of what was offered, and whether that was enough."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from bench.offer import GOOD, SHED

KINDS = ("list", "item", "create")
UNANSWERED = ("gave up", "closed")
NOT_SENT = "no connection"
LEAST_GOODPUT = 0.8
MOST_HEALTH = 500.0
"""Milliseconds in which 99 of 100 questions after /health must be answered."""

HEAD = (
    "| offered on {} | requests/s | good/s | of capacity | good: lists, items, creates | 503 "
    "| gave up | not sent | other | p99 good ms | p99 503 ms | p99 /health ms |"
)
RULE = "|---" * 12 + "|"


@dataclass(frozen=True)
class Seen:
    """One run: capacity and what was offered, in requests a second; what `bench.offer` told."""

    capacity: float
    rate: float
    told: dict[str, Any]

    def share(self, *wanted: str, kinds: Sequence[str] = KINDS) -> float:
        """The share of requests that came to one of these; a status may be just its beginning."""
        found = [self.told["outcomes"].get(kind, {}) for kind in kinds]
        came = sum(many for one in found for what, many in one.items() if what.startswith(wanted))
        return float(came / max(sum(sum(one.values()) for one in found), 1))

    @property
    def good(self) -> float:
        """Good answers in a second."""
        return self.share(GOOD) * self.rate

    @property
    def goodput(self) -> float:
        """Good answers against capacity."""
        return self.good / self.capacity

    @property
    def gave_up(self) -> float:
        """The share of clients that had no answer after a second, or whose connection was cut."""
        return self.share(*UNANSWERED)

    @property
    def not_sent(self) -> float:
        """The share that never left, for every connection of the load was waiting."""
        return self.share(NOT_SENT)

    @property
    def other(self) -> float:
        """The share that was answered neither well nor by 503."""
        return abs(round(1 - self.share(GOOD, SHED, NOT_SENT, *UNANSWERED), 6))

    @property
    def health(self) -> float:
        """Milliseconds for /health, p99; endless where one was not answered."""
        well = self.share("200", kinds=["health"]) == 1
        return float(self.told["p99"]["health"]) if well else float("inf")


def _middle(runs: Sequence[Seen], of: Callable[[Seen], float]) -> float:
    return median(of(one) for one in runs)


def row(runs: Sequence[Seen]) -> str:
    """One line of the table: medians of the rounds."""
    shares = [f"{median(one.share(GOOD, kinds=[kind]) for one in runs):.0%}" for kind in KINDS]
    cells = [
        f"{runs[0].rate / runs[0].capacity:.0f} times",
        f"{_middle(runs, lambda s: s.rate):.0f}",
        f"{_middle(runs, lambda s: s.good):.0f}",
        f"{_middle(runs, lambda s: s.goodput):.0%}",
        ", ".join(shares),
        f"{_middle(runs, lambda s: s.share(SHED)):.0%}",
        f"{_middle(runs, lambda s: s.gave_up):.1%}",
        f"{_middle(runs, lambda s: s.not_sent):.0%}",
        f"{_middle(runs, lambda s: s.other):.1%}",
        f"{_middle(runs, lambda s: _p99(s, '20')):.0f}",
        f"{_middle(runs, lambda s: _p99(s, SHED)):.0f}",
        f"{_middle(runs, lambda s: s.health):.0f}",
    ]
    return "| " + " | ".join(cells) + " |"


def _p99(seen: Seen, status: str) -> float:
    return max((ms for what, ms in seen.told["p99"].items() if what.startswith(status)), default=0)


def verdict(runs: Sequence[Seen]) -> str:
    """What falls short, or that nothing does."""
    goodput = _middle(runs, lambda s: s.goodput)
    health = _middle(runs, lambda s: s.health)
    silent = sum(one.told["silent"] for one in runs)
    other = max(one.other for one in runs)
    checks = {
        f"goodput {goodput:.0%} of capacity (must {LEAST_GOODPUT:.0%})": goodput >= LEAST_GOODPUT,
        f"/health p99 {health:.0f} ms (must {MOST_HEALTH:.0f})": health <= MOST_HEALTH,
        f"{silent} refusals without Retry-After": not silent,
        f"{other:.1%} answered otherwise than well or by 503": other <= 0,
    }
    return "; ".join(
        f"{what}: {'pass' if held else 'falls short'}" for what, held in checks.items()
    )
