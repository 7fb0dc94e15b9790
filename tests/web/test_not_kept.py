"""Operations marked `cached` whose answers are none that the cache keeps."""

from typing import Any

from fastapi import APIRouter
from starlette.responses import JSONResponse, StreamingResponse

from backstay.web import Anyone, OperationRoute, cached
from backstay.web.inventory import Entry, inventory
from tests.desk.app import serving
from tests.desk.models import Note

more = APIRouter(route_class=OperationRoute)
CALLS: list[str] = []


@more.get("/later", response_model=dict[str, int])
@cached(60, Note)
async def later(_: Anyone) -> Any:
    CALLS.append("later")
    status = 200 if len(CALLS) == 3 else 503
    return JSONResponse({"call": len(CALLS)}, status)


@more.get("/streamed", response_model=dict[str, int])
@cached(60, Note)
async def streamed(_: Anyone) -> Any:
    CALLS.append("streamed")
    return StreamingResponse(iter([b'{"call": ', b"%d}" % len(CALLS)]))


async def called(url: str, path: str) -> list[tuple[int, int]]:
    """The status of each of five answers, and the call that it was made by."""
    CALLS.clear()
    async with serving(url, more=more) as desk:
        assert Entry("GET", f"/api{path}", "") in inventory(desk.service)
        answers = [await desk.client.get(path) for _ in range(5)]
    return [(answer.status_code, answer.json()["call"]) for answer in answers]


async def test_an_answer_that_is_not_good_is_made_anew(sqlite_url: str):
    found = await called(sqlite_url, "/later")

    assert found == [(503, 1), (503, 2), (200, 3), (200, 3), (200, 3)]


async def test_an_answer_that_is_not_whole_is_made_anew(sqlite_url: str):
    found = await called(sqlite_url, "/streamed")

    assert found == [(200, call) for call in (1, 2, 3, 4, 5)]
