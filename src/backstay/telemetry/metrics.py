"""Request and database metrics per route template, told to Prometheus (R-154)."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping

from prometheus_client import CollectorRegistry, GCCollector, PlatformCollector, ProcessCollector
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.exposition import generate_latest
from prometheus_client.registry import Collector

BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.35, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds; the objectives of the contract language fall on them or between close ones."""

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

Labels = tuple[str, ...]


class Histogram:
    """Counts per bucket and a sum, per set of labels; an observation is two dictionary hits."""

    def __init__(self) -> None:
        self.series: dict[Labels, list[float]] = {}

    def observe(self, labels: Labels, seconds: float) -> None:
        """Count one observation."""
        series = self.series.get(labels)
        if series is None:
            series = self.series[labels] = [0.0] * (len(BOUNDS) + 2)
        series[bisect_left(BOUNDS, seconds)] += 1
        series[-1] += seconds

    def fill(self, family: HistogramMetricFamily) -> Metric:
        """The family with everything observed so far."""
        for labels, series in list(self.series.items()):
            total = 0.0
            buckets = []
            for bound, amount in zip((*BOUNDS, "+Inf"), series, strict=False):
                total += amount
                buckets.append((str(bound), total))
            family.add_metric(labels, buckets, series[-1])
        return family


class Metrics(Collector):
    """Everything that one process tells about itself."""

    def __init__(self) -> None:
        self.requests = Histogram()
        self.database = Histogram()
        self.queries: dict[str, int] = {}
        self.gauges: dict[str, Callable[[], Mapping[str, float]]] = {}
        self.counters: dict[str, Callable[[], Mapping[str, float]]] = {}
        self.registry = CollectorRegistry()
        self.registry.register(self)
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=self.registry)

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request under its route template, never under its path.

        A method that nobody has heard of is counted as `other`: clients must not make series.
        """
        if method not in METHODS:
            method = "other"
        self.requests.observe((method, route, str(status)), seconds)

    def observe_database(self, route: str, queries: int, seconds: float) -> None:
        """Count what one request asked of the database, and how long it waited."""
        self.database.observe((route,), seconds)
        self.queries[route] = self.queries.get(route, 0) + queries

    def collect(self) -> Iterator[Metric]:
        """The families, for prometheus-client."""
        yield self.requests.fill(
            HistogramMetricFamily(
                "http_request_duration_seconds",
                "Time from the first byte of a request to the last of its answer.",
                labels=["method", "route", "status"],
            )
        )
        yield self.database.fill(
            HistogramMetricFamily(
                "db_request_duration_seconds",
                "Time that one request waited for the database.",
                labels=["route"],
            )
        )
        queries = CounterMetricFamily(
            "db_queries", "Round trips to the database.", labels=["route"]
        )
        for route, amount in list(self.queries.items()):
            queries.add_metric([route], amount)
        yield queries
        for name, read in self.gauges.items():
            yield _labelled(GaugeMetricFamily(name, "See the label.", labels=["state"]), read())
        for name, read in self.counters.items():
            yield _labelled(CounterMetricFamily(name, "See the label.", labels=["state"]), read())

    def text(self) -> bytes:
        """All metrics in Prometheus' text format."""
        return generate_latest(self.registry)


def _labelled(
    family: GaugeMetricFamily | CounterMetricFamily, values: Mapping[str, float]
) -> Metric:
    for state, value in values.items():
        family.add_metric([state], value)
    return family
