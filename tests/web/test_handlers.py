"""A sum of times that leaves the calendar is told as such, by compiled operations and by stock."""

from datetime import date, timedelta

import pytest
from fastapi import APIRouter

from backstay.web import Anyone, OperationRoute
from tests.desk.app import serving

router = APIRouter(route_class=OperationRoute)


@router.get("/beyond")
async def beyond(_: Anyone) -> dict[str, str]:
    return {"ends": str(date.max + timedelta(days=1))}


@pytest.mark.parametrize("compiled", [True, False])
async def test_the_calendar_ends_with_a_422(sqlite_url: str, *, compiled: bool) -> None:
    async with serving(sqlite_url, compiled=compiled, more=router) as desk:
        answer = await desk.client.get("/beyond")

    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "beyond_calendar")
