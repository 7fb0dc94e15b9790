"""Every route says who may ask, or the service does not start."""

import gc
from typing import Annotated, Any

import pytest
from fastapi import APIRouter, Depends, Security

from backstay.web import Allow, Anyone
from backstay.web.policy import anyone, has_policy
from backstay.web.start import PolicyMissing, check_policies, tune_collector
from tests.desk.app import make, serving
from tests.desk.models import Role
from tests.desk.services import SignedIn

bare = APIRouter()


@bare.get("/open")
async def open_to_all() -> None: ...


@bare.post("/also-open/{number}")
async def also_open(number: int) -> None: ...


@bare.get("/said")
async def said(_: Anyone) -> None: ...


@bare.get("/route", dependencies=[Depends(Allow("admin"))])
async def by_route() -> None: ...


async def below(caller: SignedIn) -> int:
    return 1


@bare.get("/nested")
async def nested(number: Annotated[int, Depends(below)]) -> None: ...


def test_routes_without_a_policy_are_named_with_what_to_write():
    with pytest.raises(PolicyMissing) as caught:
        check_policies(make("sqlite:///x", more=bare))
    assert str(caught.value) == (
        "These routes do not say who may ask:\n"
        "  GET /api/open\n"
        "  POST /api/also-open/{number}\n"
        "Give each a parameter of type Annotated[Caller, Depends(Allow(...))], or Anyone."
    )


async def test_such_a_service_does_not_start(sqlite_url: str):
    with pytest.raises(PolicyMissing):
        async with serving(sqlite_url, more=bare):
            pytest.fail("it started")


ADMINS = Depends(Allow("admin"))


def with_default(caller: Any = ADMINS) -> None: ...


def by_security(caller: Annotated[Any, Security(anyone)]) -> None: ...


@pytest.mark.parametrize("call", [with_default, by_security, below, Allow("x"), anyone])
def test_a_policy_is_found_wherever_it_stands(call: object):
    assert has_policy(call)


def test_what_has_no_signature_has_no_policy():
    assert not has_policy(open_to_all)
    assert not has_policy(5)
    assert not has_policy(len, [Depends(open_to_all), "nothing"])


async def test_roles_are_let_in_or_refused(sqlite_url: str):
    admins = APIRouter()

    @admins.get("/admins")
    async def only(_: Annotated[Any, Depends(Allow(Role.ADMIN))]) -> dict[str, bool]:
        return {"in": True}

    async with serving(sqlite_url, more=admins) as desk:
        member = await desk.sign_in("ann")
        chief = await desk.sign_in("chief", Role.ADMIN)
        answers = [
            await desk.client.get("/admins", headers=headers) for headers in ({}, member, chief)
        ]
        assert [answer.status_code for answer in answers] == [401, 403, 200]
        assert answers[0].headers["www-authenticate"] == "Bearer"
        assert answers[1].json()["error"]["code"] == "forbidden"


def test_the_collector_leaves_what_lives_as_long_as_the_process():
    before = gc.get_threshold(), gc.get_freeze_count()
    try:
        tune_collector()
        assert gc.get_threshold() == (20_000, 50, 100)
        assert gc.get_freeze_count() > before[1]
    finally:
        gc.unfreeze()
        gc.set_threshold(*before[0])
