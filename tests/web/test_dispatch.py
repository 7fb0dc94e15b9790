"""The dispatcher: compiled operations, hand-over to stock, handlers of the project, bodies."""

from typing import Any

import pytest
from fastapi import APIRouter, FastAPI, Request
from httpx2 import ASGITransport, AsyncClient
from starlette.middleware import Middleware
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from backstay.errors import NotFound
from backstay.web import Anyone, OperationRoute
from backstay.web.dispatch import _Body
from tests.desk.app import serving
from tests.desk.services import note_service

router = APIRouter(route_class=OperationRoute)


class Odd(Exception):
    pass


class Odder(Odd):
    pass


@router.get("/odder")
async def odder(_: Anyone) -> dict[str, int]:
    raise Odder


@router.get("/gone")
async def gone(_: Anyone) -> dict[str, int]:
    raise NotFound


@router.get("/crash")
async def crash(_: Anyone) -> dict[str, int]:
    raise RuntimeError("canary7Qx")


async def on_odd(request: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"path": request.url.path, "kind": type(error).__name__}, 418)


async def test_the_handler_of_the_nearest_base_answers(sqlite_url: str):
    async with serving(sqlite_url, more=router) as desk:
        desk.service.add_exception_handler(Odd, on_odd)
        answer = await desk.client.get("/odder")
        assert (answer.status_code, answer.json()) == (418, {"path": "/api/odder", "kind": "Odder"})


@pytest.mark.parametrize("compiled", [True, False])
async def test_what_nobody_foresaw_is_a_500_that_tells_nothing(
    sqlite_url: str, caplog: pytest.LogCaptureFixture, *, compiled: bool
):
    async with serving(sqlite_url, compiled=compiled, more=router) as desk:
        answer = await desk.client.get("/crash")
        assert answer.status_code == 500
        assert answer.json()["error"]["code"] == "internal_error"
        assert "canary7Qx" not in answer.text
        assert "canary7Qx" in caplog.text
        assert (await desk.client.get("/gone")).status_code == 404


async def test_overrides_and_mounted_services_are_stocks(sqlite_url: str):
    async with serving(sqlite_url, more=router) as desk:
        headers = await desk.sign_in()

        class Fake:
            async def page(self, query: object) -> object:
                raise Odd

        desk.service.add_exception_handler(Odd, on_odd)
        desk.service.dependency_overrides[note_service] = Fake
        assert (await desk.client.get("/notes", headers=headers)).status_code == 418
        desk.service.dependency_overrides.clear()
        assert (await desk.client.get("/notes", headers=headers)).status_code == 200

        outer = FastAPI()
        outer.mount("/sub", desk.service)
        transport = ASGITransport(outer)
        async with AsyncClient(transport=transport, base_url="http://desk/sub/api") as client:
            assert (await client.get("/gone")).status_code == 404
            assert (await client.get("/notes", headers=headers)).json()["meta"]["total"] == 0


class Shouting:
    """A project's own middleware."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def loud(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"x-loud", b"1")]
            await send(message)

        await self.app(scope, receive, loud)


async def test_middleware_of_the_project_runs_around_compiled_operations(sqlite_url: str):
    options = {"middleware": [Middleware(Shouting)]}
    async with serving(sqlite_url, options=options) as desk:
        headers = await desk.sign_in()
        assert (await desk.client.get("/notes", headers=headers)).headers["x-loud"] == "1"
        assert (await desk.client.get("/nowhere")).headers["x-loud"] == "1"


@pytest.mark.parametrize("chunks", [[b"abc"], [b"a", b"b", b"c"], [b""]])
async def test_a_body_is_read_once_and_given_again(chunks: list[bytes]):
    messages = [
        {"type": "http.request", "body": chunk, "more_body": place < len(chunks) - 1}
        for place, chunk in enumerate(chunks)
    ]
    messages.append({"type": "http.disconnect"})

    async def receive() -> Any:
        return messages.pop(0)

    body = _Body(receive)
    assert await body.read() == b"".join(chunks)
    assert await body.again() == {
        "type": "http.request",
        "body": b"".join(chunks),
        "more_body": False,
    }
    assert await body.again() == {"type": "http.disconnect"}


async def test_a_client_that_leaves_in_its_body_is_a_reset():
    async def receive() -> Any:
        return {"type": "http.disconnect"}

    with pytest.raises(ConnectionResetError):
        await _Body(receive).read()
