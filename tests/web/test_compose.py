"""The composition root: what every request shares is made once per process (C-02)."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request

from backstay.auth.sign_in import SignIn
from backstay.web import Anyone
from backstay.web.security import sign_in
from backstay.web.transaction import Work
from tests.desk.app import serving

more = APIRouter()


@more.get("/shared")
async def shared(
    request: Request,
    _: Anyone,
    work: Work,
    signs: Annotated[SignIn, Depends(sign_in)],
) -> dict[str, int]:
    return {
        "database": id(work.database),
        "sign_in": id(signs),
        "settings": id(request.app.state.settings),
    }


async def test_what_every_request_shares_is_made_once(sqlite_url: str):
    """R-009: one settings object, one database client, one of each service in the process."""
    async with serving(sqlite_url, more=more) as desk:
        answers = [(await desk.client.get("/shared")).json() for _ in range(3)]
        state = desk.service.state
        mine = {
            "database": id(state.database),
            "sign_in": id(state.sign_in),
            "settings": id(state.settings),
        }

    for answer in answers:
        assert {name: answer[name] for name in mine} == mine
