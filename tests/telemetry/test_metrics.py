"""Metrics: per route template, in Prometheus' text format, with a bounded number of series."""

import pytest
from prometheus_client.parser import text_string_to_metric_families

from backstay.telemetry import Metrics
from backstay.telemetry.metrics import BOUNDS


def samples(metrics: Metrics) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    families = text_string_to_metric_families(metrics.text().decode())
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in families
        for sample in family.samples
    }


def of(metrics: Metrics, name: str, **labels: str) -> float:
    return samples(metrics)[name, tuple(sorted(labels.items()))]


def test_requests_are_counted_into_buckets():
    metrics = Metrics()
    for seconds in (0.005, 0.006, 0.3, 99.0):
        metrics.observe("GET", "/t/{id}", 200, seconds)
    labels = {"method": "GET", "route": "/t/{id}", "status": "200"}
    name = "http_request_duration_seconds"

    found = [of(metrics, f"{name}_bucket", le=str(bound), **labels) for bound in (*BOUNDS, "+Inf")]
    assert found == [1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4]
    assert of(metrics, f"{name}_count", **labels) == 4
    assert of(metrics, f"{name}_sum", **labels) == pytest.approx(99.311)


def test_the_database_is_counted_per_route():
    metrics = Metrics()
    metrics.observe_database("/t", 2, 0.02)
    metrics.observe_database("/t", 3, 0.03)
    assert of(metrics, "db_queries_total", route="/t") == 5
    assert of(metrics, "db_request_duration_seconds_count", route="/t") == 2
    assert of(metrics, "db_request_duration_seconds_sum", route="/t") == pytest.approx(0.05)


def test_clients_cannot_make_series():
    metrics = Metrics()
    for number in range(50):
        metrics.observe(f"HACK{number}", "unmatched", 405, 0.001)
    assert list(metrics.requests.series) == [("other", "unmatched", "405")]


def test_gauges_are_read_when_they_are_asked_for():
    metrics = Metrics()
    used = 1.0
    metrics.gauges["db_connections"] = lambda: {"used": used, "most": 5.0}
    assert of(metrics, "db_connections", state="used") == 1
    used = 3.0
    assert of(metrics, "db_connections", state="used") == 3


def test_two_services_in_one_process_do_not_share():
    one, other = Metrics(), Metrics()
    one.observe("GET", "/", 200, 0.1)
    assert other.requests.series == {}
    assert b"process_cpu_seconds_total" in other.text()
