"""What each operation promises and what was measured of it, and how it is watched (R-176)."""

from collections.abc import Iterator
from decimal import Decimal

from backstay.agent.documents.evidence.evidence import PROVE, UNPROVEN
from backstay.agent.documents.evidence.telling import measured_on
from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import prose, table
from backstay.blueprint.objectives import objective_of
from backstay.blueprint.operations import Operation, operations

MONITORING = "config/monitoring"
HEAD = ("operation", "p50", "p95", "p99", "errors", "p95 measured", "errors measured", "outcome")


def objectives(material: Material) -> Iterator[str]:
    """The promises beside the figures, the availability, and the metrics to watch."""
    whole = material.blueprint.objective
    yield from prose(
        f"All operations together at {whole.rate} requests a second. p50, p95 and p99 are in",
        "milliseconds, errors in percent of the requests.",
    )
    yield ""
    yield from measured_on(material.evidence, PROVE)
    yield from table(HEAD, (_row(material, one) for one in operations(material.blueprint)))
    yield from prose(
        f"Availability: {_number(whole.availability)} % of each 30 days. Not measured: only",
        "production shows it, the alerts below watch it.",
    )
    yield ""
    yield "### Monitoring"
    yield ""
    yield from prose(
        "- `http_request_duration_seconds{method, route, status}`: latency, errors,", "throughput."
    )
    yield from prose(
        "- `db_request_duration_seconds{route}`, `db_queries_total{route}`: the",
        "database's share.",
    )
    yield from prose("- `METRICS_PORT` is where Prometheus reads them.")
    there = material.files.text(f"{MONITORING}/alerts.yaml")
    yield from prose(
        f"- Objectives, burn-rate alerts and a dashboard: {_bundle(there=bool(there))}"
    )


def _bundle(*, there: bool) -> str:
    if there:
        return f"`{MONITORING}/slo.yaml`, `alerts.yaml`, `dashboard.json`."
    return f"not written yet; `backstay api monitor` writes them to `{MONITORING}`."


def _row(material: Material, one: Operation) -> tuple[str, ...]:
    promised = objective_of(material.blueprint, one)
    evidence = material.evidence
    p95 = evidence.figure(f"p95 of {one.id}")
    return (
        f"{one.method} {one.path}",
        *(_number(value) for value in (promised.p50, promised.p95, promised.p99, promised.errors)),
        evidence.shown(f"p95 of {one.id}"),
        evidence.shown(f"errors of {one.id}"),
        UNPROVEN if p95 is None else p95["outcome"],
    )


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"
