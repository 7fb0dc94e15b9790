"""Service: a FastAPI application behind the guard and the dispatcher."""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.types import Receive, Scope, Send

from backstay.clock import Clock
from backstay.data.entity import Entity
from backstay.data.revisions import head_of
from backstay.settings import ServiceSettings
from backstay.telemetry.exporter import export
from backstay.web import handlers, health
from backstay.web.compose import compose
from backstay.web.declared import GUARD
from backstay.web.dispatch import Dispatcher
from backstay.web.document import told
from backstay.web.error_schema import errors
from backstay.web.protect import protect
from backstay.web.shared_responses import shared
from backstay.web.start import check_policies, tune_collector
from backstay.web.upkeep import sweep_keys

logger = logging.getLogger("backstay.web")


class Service(FastAPI):
    """FastAPI is the face; known operations are answered before its router, all others by it.

    Args: settings; accounts, the login resource's model; migrations, the folder of revisions;
    middleware, the project's own; clock, for tests; compiled, off to let FastAPI answer alone.
    """

    def __init__(
        self,
        settings: ServiceSettings,
        *,
        accounts: type[Entity],
        migrations: Path,
        middleware: Sequence[Middleware] = (),
        clock: Clock | None = None,
        compiled: bool = True,
        **options: Any,
    ) -> None:
        # the guard stands before routes that know nothing of it, too
        responses = {**errors(*GUARD), **options.pop("responses", {})}
        super().__init__(
            responses=responses,
            title=settings.app_name,
            version=settings.version,
            lifespan=_lifespan,
            docs_url="/docs" if settings.docs_open else None,
            redoc_url="/redoc" if settings.docs_open else None,
            openapi_url="/openapi.json" if settings.docs_open else None,
            generate_unique_id_function=lambda route: route.name,
            redirect_slashes=False,
            **options,
        )
        compose(self.state, settings, accounts, head_of(migrations), clock)
        handlers.install(self)
        for path, endpoint in (("/health", health.health), ("/ready", health.ready)):
            self.add_route(path, endpoint, include_in_schema=False)
        # registered first, so it stays innermost: middleware that a project adds runs around it
        self.add_middleware(Dispatcher, service=self, direct=compiled)
        for each in middleware:
            self.add_middleware(each.cls, *each.args, **each.kwargs)
        self._bare = len(self.user_middleware) == 1
        front = Dispatcher(super().__call__, self, direct=compiled) if self._bare else None
        self._guard = protect(front or super().__call__, self.state, settings)

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Coroutine[Any, Any, None]:
        """Everything passes the guard first."""
        scope["app"] = self
        return self._guard(scope, receive, send)

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document, told once."""
        self.openapi_schema = self.openapi_schema or shared(told(self))
        return self.openapi_schema


@asynccontextmanager
async def _lifespan(service: Any) -> AsyncIterator[None]:
    check_policies(service)
    state, settings = service.state, service.state.settings
    async with AsyncExitStack() as ending:  # whatever was begun ends, however far the start came
        await state.database.open()
        ending.push_async_callback(state.database.close)
        if state.cache is not None:
            ending.push_async_callback(state.cache.close)
        ending.push_async_callback(state.buckets.close)
        ending.callback(state.sign_in.passwords.close)
        if settings.metrics_port:
            registry = state.metrics.registry
            exporter = export(registry, settings.host, settings.metrics_port, settings.workers)
            ending.callback(exporter.server_close)
            ending.callback(exporter.shutdown)
        ending.callback(state.log.flush)
        if settings.environment != "test":  # tests start many services in one process
            tune_collector()
        upkeep = asyncio.create_task(sweep_keys(state.database))
        ending.callback(upkeep.cancel)
        logger.info("started", extra={"environment": settings.environment})
        yield
    logger.info("stopped")
