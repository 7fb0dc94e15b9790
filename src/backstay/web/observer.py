"""Observer: one log line and one observation for each request (R-152, R-154)."""

from time import perf_counter

from starlette.types import Scope

from backstay.telemetry.access_log import AccessLog, Line, stamp
from backstay.telemetry.metrics import Metrics
from backstay.web.exchange import Exchange

GONE = 499
"""What is logged and counted where the client went away before an answer."""


class Observer:
    """Where requests are told about when they have ended."""

    def __init__(self, log: AccessLog, metrics: Metrics) -> None:
        self.log = log
        self.metrics = metrics

    def tell(self, scope: Scope, exchange: Exchange) -> None:
        """Log and count a request under its route template, never under its path."""
        seconds = perf_counter() - exchange.started
        status = exchange.status or GONE
        work, caller = exchange.work, exchange.caller
        self.metrics.observe(scope["method"], exchange.route, status, seconds)
        if work is not None:
            self.metrics.observe_database(exchange.route, work.queries, work.seconds)
        self.log.write(
            Line(
                stamp(),
                exchange.request_id,
                scope["method"],
                exchange.route,
                exchange.path,
                status,
                round(seconds * 1000, 2),
                round(work.seconds * 1000, 2) if work else 0.0,
                work.queries if work else 0,
                exchange.address,
                caller.user_id if caller else None,
            )
        )
