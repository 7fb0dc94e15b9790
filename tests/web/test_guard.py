"""The guard at the edges: other protocols, clients that leave, answers that break off."""

import asyncio
from collections.abc import AsyncIterator, MutableMapping
from typing import Any

import pytest
from fastapi import APIRouter
from starlette.responses import StreamingResponse

from backstay.web import Anyone, OperationRoute
from tests.desk.app import Desk, serving

more = APIRouter(route_class=OperationRoute)


@more.get("/breaks", response_model=None)
async def breaks(_: Anyone) -> Any:
    async def parts() -> AsyncIterator[bytes]:
        yield b"begun"
        raise RuntimeError("in the middle of an answer")

    return StreamingResponse(parts())


@more.get("/waits", response_model=None)
async def waits(_: Anyone) -> Any:
    await asyncio.sleep(30)


@pytest.fixture
async def desk(sqlite_url):
    async with serving(sqlite_url, more=more) as one:
        yield one


class Line:
    """Both ends of one ASGI call."""

    def __init__(self, *messages: dict[str, Any]) -> None:
        self.messages = list(messages)
        self.sent: list[MutableMapping[str, Any]] = []

    async def receive(self) -> dict[str, Any]:
        return self.messages.pop(0) if self.messages else {"type": "http.disconnect"}

    async def send(self, message: MutableMapping[str, Any]) -> None:
        self.sent.append(message)

    @property
    def status(self) -> int:
        return int(self.sent[0]["status"]) if self.sent else 0


def scope(path: str, method: str = "GET", **headers: str) -> dict[str, Any]:
    given = {"host": "desk"} | {name.replace("_", "-"): value for name, value in headers.items()}
    return {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in given.items()],
        "client": ("127.0.0.1", 4000),
        "scheme": "http",
    }


async def call(desk: Desk, line: Line, what: dict[str, Any]) -> Line:
    await desk.service(what, line.receive, line.send)
    return line


async def test_other_protocols_pass(desk):
    line = Line({"type": "websocket.connect"})
    what = scope("/nothing") | {"type": "websocket", "subprotocols": []}
    await call(desk, line, what)
    assert line.sent[0]["type"] == "websocket.close"


async def test_an_answer_that_breaks_off_is_never_raised(desk):
    line = await call(desk, Line(), scope("/api/breaks"))
    assert line.status == 200
    assert [one["type"] for one in line.sent].count("http.response.start") == 1


async def test_whoever_has_left_gets_no_answer(desk):
    kind = {"content_type": "application/json", "content_length": "20"}
    line = await call(desk, Line(), scope("/api/login", "POST", **kind))
    assert line.sent == []


async def test_chunks_that_are_none_are_refused(desk):
    kind = {"content_type": "application/json", "transfer_encoding": "chunked"}
    line = await call(desk, Line(), scope("/api/login", "POST", **kind))
    assert line.status == 400
    assert (b"connection", b"close") in line.sent[0]["headers"]


async def test_a_server_that_stops_is_obeyed(desk):
    task = asyncio.create_task(call(desk, Line(), scope("/api/waits")))
    await asyncio.sleep(0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_head_is_a_get_without_its_body(desk):
    line = await call(desk, Line(), scope("/api/free", "HEAD"))
    assert line.status == 200
    assert b"".join(one.get("body", b"") for one in line.sent) == b""
