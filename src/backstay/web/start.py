"""What must hold before the first request: every route has a policy; the collector is tuned."""

import gc

from fastapi import FastAPI

from backstay.web.routes import routes_of

_OWN = {"/health", "/ready", "/openapi.json", "/docs", "/docs/oauth2-redirect", "/redoc"}


class PolicyMissing(Exception):
    """The service does not start; the message names each route and what to write."""


def check_policies(service: FastAPI) -> None:
    """Refuse routes that do not say who may ask (R-100, probe 70)."""
    bare = [
        found for found in routes_of(service) if found.template not in _OWN and not found.guarded
    ]
    if bare:
        lines = "\n".join(f"  {found.method} {found.template}" for found in bare)
        raise PolicyMissing(
            f"These routes do not say who may ask:\n{lines}\n"
            "Give each a parameter of type Annotated[Caller, Depends(Allow(...))], or Anyone."
        )


def tune_collector() -> None:
    """What lives as long as the process is no business of the collector.

    Without this, full collections over the heap of FastAPI and SQLAlchemy took a quarter of the
    CPU, and p99 stood at 59 ms instead of 8.5.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
