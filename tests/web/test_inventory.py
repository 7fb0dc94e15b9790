"""What `backstay routes` is told: what is compiled, and which edit keeps the rest from it."""

import json
import runpy
import sys
from types import ModuleType
from typing import Annotated, Any
from uuid import UUID

import pytest
from fastapi import APIRouter, Depends, FastAPI, Path, Request
from fastapi.responses import PlainTextResponse

from backstay.web import Anyone, OperationRoute
from backstay.web.inventory import Entry, inventory, main

ID = Annotated[UUID, Path()]


class Clock:
    """A dependency that is no plain function."""

    def __call__(self) -> int:
        return 0


def of(**options: Any) -> APIRouter:
    return APIRouter(route_class=OperationRoute, **options)


async def bare(request: Request) -> PlainTextResponse:
    return PlainTextResponse(request.method)


def told(router: APIRouter, **inclusion: Any) -> dict[str, str]:
    service = FastAPI(openapi_url=None)
    service.include_router(router, **inclusion)
    return {entry.path: entry.why_not for entry in inventory(service)}


def test_a_route_of_ours_is_compiled():
    router = of()

    @router.get("/things/{thing_id}")
    async def thing(_: Anyone, thing_id: ID) -> dict[str, str]:
        return {"id": str(thing_id)}

    assert told(router, prefix="/api") == {"/api/things/{thing_id}": ""}


def test_a_dependency_of_the_users_falls_back():
    router = of()

    @router.get("/things")
    async def things(_: Anyone, clock: Annotated[int, Depends(Clock())]) -> int:
        return clock

    assert told(router)["/things"] == "dependency `Clock` is no plain function"


def test_a_parameter_of_the_users_falls_back():
    router = of()

    @router.get("/things")
    async def things(_: Anyone, request: Request) -> str:
        return request.method

    @router.get("/other")
    async def other(*, _: Anyone) -> str:
        return ""

    assert told(router) == {
        "/things": "parameter `request` is not one of ours",
        "/other": "parameter `_` is keyword-only",
    }


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"response_class": PlainTextResponse}, "it has a response class of its own"),
        ({"response_model_exclude_none": True}, "it sets response_model_exclude_none"),
        ({"response_model_by_alias": False}, "it sets response_model_by_alias"),
        ({"response_model_include": {"id"}}, "it sets response_model_include"),
        ({"dependencies": [Depends(Clock())]}, "its router brings dependencies"),
    ],
)
def test_an_option_that_only_fastapi_understands_falls_back(options, why):
    router = of()

    @router.get("/things", **options)
    async def things(_: Anyone) -> dict[str, str]:
        return {"id": "1"}

    assert told(router)["/things"] == why


def test_what_an_inclusion_brings_falls_back():
    router = of()

    @router.get("/things")
    async def things(_: Anyone) -> str:
        return ""

    included = told(router, default_response_class=PlainTextResponse)
    assert included["/things"] == "it has a response class of its own"
    assert told(router, dependencies=[Depends(Clock())])["/things"] != ""


@pytest.mark.parametrize("path", ["/files/{name}.txt", "/files/{name:path}"])
def test_a_path_with_more_than_whole_segments_falls_back(path):
    router = of()

    @router.get(path)
    async def file(_: Anyone, name: Annotated[str, Path()]) -> str:
        return name

    assert told(router)[path] == "its path has more than words and whole `{name}` segments"


def test_a_plain_route_and_a_plain_function_say_why():
    router = of()
    router.add_api_route("/sync", lambda: "", methods=["GET"])
    service = FastAPI(openapi_url=None)
    service.add_route("/bare", bare)
    service.include_router(router)

    assert inventory(service) == [
        Entry("GET", "/bare", "it is not an OperationRoute"),
        Entry("GET", "/sync", "the endpoint is not async"),
    ]


@pytest.mark.parametrize("as_module", [False, True])
def test_the_entry_point_prints_json(capsys, monkeypatch, *, as_module: bool):
    module = ModuleType("a_project")
    vars(module)["create"] = lambda: FastAPI(openapi_url=None)
    monkeypatch.setitem(sys.modules, "a_project", module)
    if as_module:
        monkeypatch.delitem(sys.modules, "backstay.web.inventory")
        monkeypatch.setattr(sys, "argv", ["inventory", "a_project:create"])
        runpy.run_module("backstay.web.inventory", run_name="__main__")
    else:
        main("a_project:create")

    assert json.loads(capsys.readouterr().out) == []
