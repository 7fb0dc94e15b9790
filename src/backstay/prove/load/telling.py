"""Telling: what a subject says of itself in Prometheus' text format."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx2
from prometheus_client.parser import text_string_to_metric_families

DATABASE_SECONDS = "db_request_duration_seconds"
REQUEST_COUNT = "http_request_duration_seconds_count"


@dataclass(frozen=True, slots=True)
class Told:
    """What was told at one moment.

    Attributes:
        buckets: how many requests waited for the database at most so many seconds, all routes
        together.
        answered: requests so far, by method, route and status.
    """

    buckets: Mapping[float, float] = field(default_factory=dict)
    answered: Mapping[tuple[str, str, int], float] = field(default_factory=dict)


async def told(url: str) -> Told:
    """What a subject tells now. Raises: httpx2.HTTPError when it tells nothing."""
    async with httpx2.AsyncClient(timeout=5.0) as client:
        answer = await client.get(url)
        answer.raise_for_status()
    return read(answer.text)


def read(text: str) -> Told:
    """What stands in Prometheus' text format."""
    buckets: dict[float, float] = {}
    answered: dict[tuple[str, str, int], float] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            labels = sample.labels
            if sample.name == f"{DATABASE_SECONDS}_bucket":
                bound = float(labels["le"])
                buckets[bound] = buckets.get(bound, 0.0) + sample.value
            elif sample.name == REQUEST_COUNT:
                key = (labels["method"], labels["route"], int(labels["status"]))
                answered[key] = answered.get(key, 0.0) + sample.value
    return Told(buckets, answered)


def p95_of(before: Told, after: Told) -> float | None:
    """Milliseconds within which the database answered 95 of 100 requests; None for no request.

    Between two bounds of the histogram times are taken to be spread evenly, as Prometheus does.
    """
    counts = {
        bound: amount - before.buckets.get(bound, 0.0) for bound, amount in after.buckets.items()
    }
    total = max(counts.values(), default=0.0)
    if not total:
        return None
    rank, low, below = 0.95 * total, 0.0, 0.0
    for bound, amount in sorted(counts.items()):
        if amount >= rank and bound != float("inf"):
            return 1000 * (low + (bound - low) * (rank - below) / max(amount - below, 1e-9))
        low, below = (bound, amount) if bound != float("inf") else (low, below)
    return 1000 * low
