"""/health says that the process lives, /ready that it can serve (R-135, R-136, C-35)."""

import asyncio
from time import monotonic
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from backstay.data.database import Database
from backstay.data.revisions import FIND_VERSION
from backstay.data.unit_of_work import UnitOfWork
from backstay.errors import BackstayError

KEPT_SECONDS = 1.0
MOST_SECONDS = 2.0
"""A database that takes longer is as good as away; whoever asks has a timeout of its own."""


class Readiness:
    """The database answers, and stands at the newest migration; asked at most once a second."""

    def __init__(self, database: Database, head: str | None) -> None:
        self._database = database
        self._head = head
        self._asked = -KEPT_SECONDS
        self._checks: dict[str, str] = {}

    async def checks(self) -> dict[str, str]:
        """What was found, by name: `ok`, or what is wrong."""
        now = monotonic()
        if now - self._asked >= KEPT_SECONDS:
            self._checks = await self._ask()
            self._asked = now
        return self._checks

    async def _ask(self) -> dict[str, str]:
        work = UnitOfWork(self._database)
        columns = list(FIND_VERSION.selected_columns)
        prepared = self._database.prepared(FIND_VERSION, lambda: (FIND_VERSION, columns))
        try:
            async with asyncio.timeout(MOST_SECONDS):
                rows = await work.fetch(prepared, {})
        except (BackstayError, TimeoutError):
            return {"database": "unavailable", "migrations": "unknown"}
        except Exception:  # noqa: BLE001 without the table, each driver raises its own
            return {"database": "ok", "migrations": "none has run"}
        current = rows[0][0] if rows else None
        return {"database": "ok", "migrations": "ok" if current == self._head else "pending"}


async def health(request: Request) -> Response:
    """Liveness: never touches the database."""
    del request
    return _json({"status": "healthy"})


async def ready(request: Request) -> Response:
    """Readiness: 503 as long as something that every request needs is missing."""
    checks = await request.app.state.readiness.checks()
    good = all(found == "ok" for found in checks.values())
    content = {"status": "ready" if good else "not_ready", "checks": checks}
    return _json(content, 200 if good else 503)


def _json(content: dict[str, Any], status: int = 200) -> Response:
    return Response(msgspec.json.encode(content), status, media_type="application/json")
