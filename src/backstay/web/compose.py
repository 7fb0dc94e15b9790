"""The composition root: one of each thing per process, made from the settings (C-02)."""

from starlette.datastructures import State

from backstay.auth import Accounts, Passwords, Sessions, SignIn, Tokens
from backstay.auth.attempts import LoginLimits
from backstay.clock import Clock
from backstay.data.database import Database, connect
from backstay.data.entity import Entity
from backstay.resilience.counting import Counting
from backstay.settings import ServiceSettings
from backstay.telemetry import AccessLog, Metrics
from backstay.web.health import Readiness
from backstay.web.in_flight import InFlight


def compose(
    state: State,
    settings: ServiceSettings,
    accounts: type[Entity],
    head: str | None,
    clock: Clock | None,
) -> None:
    """Fill `app.state`; nothing is opened yet."""
    secret = settings.secret_key.get_secret_value()
    driver = connect(
        settings.database_url,
        pool_size=settings.db_pool_size,
        overflow=settings.db_max_overflow,
        wait=settings.db_pool_timeout,
        timeout=settings.db_timeout,
    )
    database = Database(driver, secret=secret, clock=clock)
    tokens = Tokens(
        secret,
        settings.app_name,
        Accounts(database, accounts),
        minutes=settings.access_token_minutes,
        memory=settings.token_memory_seconds,
    )
    database.watch(accounts, tokens.forget)
    metrics = Metrics()
    counting = Counting(settings.shared_redis, settings.app_name)
    metrics.counters["backstay_redis_missed"] = lambda: {"rates": counting.lost}
    metrics.gauges["db_connections"] = lambda: _usage(database)
    sessions = Sessions(secret, days=settings.refresh_token_days)
    state.settings = settings
    state.database = database
    state.buckets = counting
    state.cache = None  # made for the first operation that is marked `cached`
    state.tokens = tokens
    state.sign_in = SignIn(Passwords(), sessions, tokens, settings)
    state.in_flight = InFlight(settings.idempotency_wait)
    state.login_limits = LoginLimits(
        counting, attempts=settings.login_attempts, seconds=settings.login_seconds
    )
    state.readiness = Readiness(database, head)
    state.metrics = metrics
    state.log = log = AccessLog()
    metrics.gauges["access_log_lines"] = lambda: {"dropped": log.dropped}


def _usage(database: Database) -> dict[str, float]:
    used, most = database.driver.usage()
    return {"used": used, "most": most}
