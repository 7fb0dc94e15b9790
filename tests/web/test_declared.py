"""Every operation declares what the runtime may answer in its stead, beside what its route says."""

from typing import Annotated, Any

import pytest
from fastapi import APIRouter, Depends
from pydantic import BaseModel

from backstay.data import Caller
from backstay.errors import BackstayError, CursorInvalid, NotFound
from backstay.web import Allow, Anyone, OperationRoute, errors
from backstay.web.declared import BODY, CALLER, GUARD, KEY, declared, runtime_errors
from backstay.web.plan import Plan
from tests.desk.app import make

Somebody = Annotated[Caller, Depends(Allow("admin"))]


class Sent(BaseModel):
    """A body."""

    name: str


async def reads(who: Somebody) -> None:
    """Nothing but a caller."""


async def writes(who: Somebody, data: Sent) -> None:
    """A caller and a body."""


async def open_to_all(_: Anyone, data: Sent) -> None:
    """A body from anybody."""


@pytest.mark.parametrize(
    ("endpoint", "method", "more", "never"),
    [
        (reads, "GET", CALLER, (*BODY, *KEY)),
        (reads, "POST", (*CALLER, *KEY), BODY),
        (writes, "PUT", (*CALLER, *BODY), KEY),
        (writes, "POST", (*CALLER, *BODY, *KEY), ()),
        (open_to_all, "POST", BODY, (*CALLER, *KEY)),
    ],
)
def test_what_the_runtime_may_answer_depends_on_the_signature(endpoint, method, more, never):
    kinds = set(runtime_errors(Plan(endpoint), [method]))
    assert kinds >= {*GUARD, *more}
    assert not kinds & set(never)


def codes(response: dict[str, Any]) -> set[str]:
    return set(response["content"]["application/json"]["examples"])


def test_a_status_that_both_may_answer_shows_all_its_codes():
    found = declared(errors(CursorInvalid, NotFound), Plan(reads), ["GET"])
    assert codes(found[400]) == {
        *("bad_request", "cursor_invalid", "host_required", "host_not_allowed")
    }
    assert CursorInvalid.message in found[400]["description"]
    assert codes(found[404]) == {"not_found"}
    assert {408, 413, 414, 429, 431, 500, 503, 504} <= set(found)


def test_the_words_of_a_project_win_over_ours():
    class Broken(BackstayError):
        message = "Our fault, sorry."

    found = declared(errors(Broken), Plan(reads), ["GET"])
    shown = found[500]["content"]["application/json"]["examples"]["internal_error"]
    assert shown["summary"] == found[500]["description"] == "Our fault, sorry."


def test_what_is_no_error_of_the_family_stays_as_it_is_said():
    own: dict[int | str, Any] = {
        "429": {"description": "Slow down."},
        "default": {"description": "Anything."},
    }
    found = declared(own, Plan(reads), ["GET"])
    assert found[429] == {"description": "Slow down."}
    assert found["default"] == {"description": "Anything."}


async def test_routes_that_know_nothing_of_the_guard_declare_what_it_answers(sqlite_url: str):
    service = make(sqlite_url)
    plain, ours = APIRouter(), APIRouter(route_class=OperationRoute)
    plain.add_api_route("/plain", lambda: None)
    ours.add_api_route("/ours", reads, methods=["POST"])
    service.include_router(plain)
    service.include_router(ours)
    paths = service.openapi()["paths"]
    always = {str(kind.status) for kind in GUARD}
    assert always <= set(paths["/plain"]["get"]["responses"])
    assert always | {"401", "409", "422"} <= set(paths["/ours"]["post"]["responses"])
    assert paths["/plain"]["get"]["responses"]["431"] == {
        "$ref": "#/components/responses/HeadersTooLarge"
    }
