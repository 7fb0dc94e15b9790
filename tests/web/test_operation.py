"""The operation route: called by itself, and with what a dependency shares with its endpoint."""

from typing import Annotated
from uuid import UUID, uuid4

import pytest
from fastapi import APIRouter, Depends, Path

from backstay.web import Anyone, OperationRoute
from backstay.web.inventory import Entry, inventory
from tests.desk.app import serving

more = APIRouter(route_class=OperationRoute)


async def spelled(thing_id: Annotated[str, Path()]) -> str:
    return thing_id


@more.get("/things/{thing_id}")
async def thing(
    _: Anyone, thing_id: Annotated[UUID, Path()], text: Annotated[str, Depends(spelled)]
) -> dict[str, str]:
    return {"kind": type(thing_id).__name__, "text": text}


@pytest.mark.parametrize("compiled", [True, False])
async def test_each_who_asks_for_a_part_of_the_path_gets_it_as_declared(
    sqlite_url: str, *, compiled: bool
):
    text = str(uuid4()).upper()
    async with serving(sqlite_url, more=more, compiled=compiled) as desk:
        assert Entry("GET", "/api/things/{thing_id}", "") in inventory(desk.service)
        answer = await desk.client.get(f"/things/{text}")
        refused = await desk.client.get("/things/nonsense")

    assert (answer.status_code, answer.json()) == (200, {"kind": "UUID", "text": text})
    assert refused.status_code == 422


async def test_an_endpoint_can_be_called_without_a_request():
    (route,) = more.routes
    assert isinstance(route, OperationRoute)
    thing_id = uuid4()

    found = await route.endpoint(_=None, thing_id=thing_id, text="a")

    assert found == {"kind": "UUID", "text": "a"}
