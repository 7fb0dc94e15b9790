"""What all protections cost one request: the ASGI pass around an application that does nothing.

    python -m bench.micro

Prints the least microseconds of CPU of many short runs, with the guard and without; writing the
log is part of each run. At most 30 are allowed.
"""

import asyncio
import gc
import os
import sys
from collections.abc import Callable
from time import process_time
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from starlette.datastructures import State

from backstay.data.caller import Caller
from backstay.resilience.counting import Counting
from backstay.settings import ServiceSettings
from backstay.telemetry import AccessLog, Metrics
from backstay.web.protect import protect

ALLOWED = 30.0
REQUESTS, RUNS = 200, 400
HEADERS = [
    (b"host", b"api.example.org"),
    (b"user-agent", b"python-httpx2/2.16"),
    (b"accept", b"*/*"),
    (b"accept-encoding", b"gzip, deflate"),
    (b"connection", b"keep-alive"),
    (b"authorization", b"Bearer " + b"a" * 300),
]
BODY = b'{"data":{"id":"0190","title":"one"}}'
START = {"type": "http.response.start", "status": 200, "headers": []}


class Known:
    """Stands for the tokens: everybody is remembered."""

    caller = Caller(UUID(int=7), "member")

    def remembered(self, header: bytes | None) -> Caller | None:
        return self.caller if header else None


async def application(_scope: Any, _receive: Any, send: Any) -> None:
    headers = [(b"content-type", b"application/json"), (b"content-length", b"37")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": BODY})


async def receive() -> Any:
    return {"type": "http.request", "body": b"", "more_body": False}


async def send(message: Any) -> None:
    pass


def guarded() -> tuple[Any, Callable[[], None]]:
    """The guard around the application, and what writes its log."""
    settings = ServiceSettings(
        _env_file=None,
        database_url="sqlite:///x.sqlite",
        secret_key="0123456789abcdefghijklmnopqrstuvwxyz-micro",
        environment="test",
        requests=100_000_000,
        allowed_hosts=["api.example.org"],
        cors_origins=["https://app.example.org"],
    )
    state = State()
    state.tokens, state.metrics = Known(), Metrics()
    state.database = SimpleNamespace(driver=SimpleNamespace(waited=float))
    state.log, state.buckets = AccessLog(os.open(os.devnull, os.O_WRONLY)), Counting("")
    return protect(application, state, settings), state.log.flush


async def least(app: Any, method: str, finish: Callable[[], object] = list) -> float:
    """The least seconds per request of many runs; `finish` ends each."""
    best = float("inf")
    for _ in range(RUNS):
        started = process_time()
        for _ in range(REQUESTS):
            scope = {
                "type": "http", "method": method, "path": "/api/v1/tasks/0190", "scheme": "http",
                "query_string": b"", "headers": HEADERS, "client": ("10.1.2.3", 5000),
                "http_version": "1.1",
            }  # fmt: skip
            await app(scope, receive, send)
        finish()
        best = min(best, process_time() - started)
        await asyncio.sleep(0)
    return best / REQUESTS


async def main() -> int:
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
    bare = await least(application, "GET") * 1e6
    app, flush = guarded()
    full = await least(app, "GET", flush) * 1e6
    own = full - bare
    print(f"bare application {bare:.2f} us, guarded {full:.2f} us, protections {own:.2f} us")
    print(f"allowed {ALLOWED:.0f} us: {'pass' if own <= ALLOWED else 'FALLS SHORT'}")
    return int(own > ALLOWED)


def run() -> None:
    """For `make bench`."""
    asyncio.run(main())


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
