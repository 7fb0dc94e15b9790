"""Every protection made from the settings; docs/protections.md says how each is switched off."""

from starlette.datastructures import State
from starlette.types import ASGIApp

from backstay.settings import ServiceSettings
from backstay.web.addresses import Addresses
from backstay.web.bodies import Bodies
from backstay.web.deadlines import Deadlines
from backstay.web.envelope import Envelope
from backstay.web.gate import Gate
from backstay.web.guard import Guard
from backstay.web.headers import SecurityHeaders
from backstay.web.load import Load
from backstay.web.observer import Observer
from backstay.web.origins import Origins
from backstay.web.rates import Rates

DOCS = frozenset({"/docs", "/redoc"})


def protect(app: ASGIApp, state: State, settings: ServiceSettings) -> Guard:
    """The guard in front of an application; `state` is what compose has filled."""
    load = Load(settings.shedding_lag, state.database.driver.waited)
    state.metrics.counters["backstay_shed"] = lambda: dict(load.shed)
    state.metrics.gauges["backstay_loop_lag_seconds"] = lambda: {"now": load.lag}
    state.metrics.gauges["backstay_connection_wait_seconds"] = lambda: {"now": load.wait}
    gate = Gate(
        tokens=state.tokens,
        envelope=Envelope(
            settings.allowed_hosts,
            headers=settings.header_count,
            header_bytes=settings.header_bytes,
            uri_bytes=settings.uri_bytes,
        ),
        addresses=Addresses(settings.trusted_proxies),
        origins=Origins(settings.cors_origins),
        load=load,
        rates=Rates(
            state.buckets,
            requests=settings.requests,
            seconds=settings.requests_seconds,
            per_address=settings.address_quota,
        ),
        https=settings.https_enforced,
        body_limit=settings.body_limit,
    )
    return Guard(
        app,
        gate=gate,
        observer=Observer(state.log, state.metrics),
        deadlines=Deadlines(
            settings.request_deadline, most=settings.deadline_ceiling, body=settings.body_deadline
        ),
        headers=SecurityHeaders(docs=DOCS),
        bodies=Bodies(settings.body_limit),
    )
