"""A Grafana dashboard over the same metrics: traffic, errors, latency against its objective."""

from typing import Any

from backstay.agent.api.alerts import DATABASE, REQUESTS
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.objectives import objective_of
from backstay.blueprint.operations import operations

_WIDTH, _HEIGHT, _COLUMNS = 8, 7, 3


def dashboard(blueprint: Blueprint) -> dict[str, Any]:
    """Panels for the whole, then one per operation with its objective as a line."""
    whole = [
        ("Requests per second", f"sum(rate({REQUESTS}_count[5m]))", None),
        (
            "Share of errors",
            f'sum(rate({REQUESTS}_count{{status=~"5.."}}[5m])) / sum(rate({REQUESTS}_count[5m]))',
            float(blueprint.objective.errors or 0) / 100,
        ),
        ("Database p95", _p95(f"{DATABASE}_bucket"), 0.05),
    ]
    each = [
        (
            f"{one.method} {one.path}",
            _p95(f'{REQUESTS}_bucket{{method="{one.method}",route="{one.path}"}}'),
            float(objective_of(blueprint, one).p95 or 0) / 1000,
        )
        for one in operations(blueprint)
    ]
    return {
        "title": blueprint.service,
        "uid": f"backstay-{blueprint.service}"[:40],
        "schemaVersion": 39,
        "refresh": "30s",
        "time": {"from": "now-6h", "to": "now"},
        "panels": [_panel(place, *one) for place, one in enumerate([*whole, *each])],
    }


def _p95(series: str) -> str:
    metric, brace, labels = series.partition("{")
    return f"histogram_quantile(0.95, sum by (le) (rate({metric}{brace}{labels}[5m])))"


def _panel(place: int, title: str, query: str, limit: float | None) -> dict[str, Any]:
    steps: list[dict[str, Any]] = [{"color": "green", "value": None}]
    if limit:
        steps.append({"color": "red", "value": limit})
    return {
        "id": place + 1,
        "type": "timeseries",
        "title": title,
        "gridPos": {
            "x": place % _COLUMNS * _WIDTH,
            "y": place // _COLUMNS * _HEIGHT,
            "w": _WIDTH,
            "h": _HEIGHT,
        },
        "targets": [{"refId": "A", "expr": query}],
        "fieldConfig": {
            "defaults": {
                "unit": "s" if "p95" in title or " /" in title else "short",
                "thresholds": {"mode": "absolute", "steps": steps},
                "custom": {"thresholdsStyle": {"mode": "line"}},
            },
            "overrides": [],
        },
    }
