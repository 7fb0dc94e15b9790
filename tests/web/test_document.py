"""The document holds every route, however many query models there are."""

from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Query
from pydantic import BaseModel, create_model

from backstay.web.document import TOGETHER, told


class Found(BaseModel):
    """What every route answers."""

    name: str


def application(size: int) -> FastAPI:
    app = FastAPI(title="many", version="1.2.3", description="Routes.")
    for number in range(size):
        router = APIRouter(prefix=f"/things-{number}", tags=["things"])
        model: Any = create_model(f"Asked{number}", limit=(int, 20), word=(str, ""))

        @router.get("", response_model=Found)
        async def found(query: Annotated[model, Query()]) -> Any:
            return query

        app.include_router(router, prefix="/api")
    return app


def test_it_is_fastapi_s_own_where_that_works():
    assert told(application(5)) == application(5).openapi()


def test_it_holds_more_query_models_than_fastapi_remembers():
    document = told(application(150))

    assert len(document["paths"]) == 150
    asked = document["paths"]["/api/things-149"]["get"]["parameters"]
    assert [one["name"] for one in asked] == ["limit", "word"]


def test_two_schemas_of_one_name_get_longer_ones():
    app = application(2 * TOGETHER - len(FastAPI().routes))
    other = APIRouter()
    twin: Any = create_model("Found", number=(int, ...))
    other.add_api_route("/other", lambda: None, response_model=twin)
    app.include_router(other)

    assert told(app) == app.openapi()
    assert "Found" not in told(app)["components"]["schemas"]


def test_an_application_without_routes_has_a_document():
    document = told(FastAPI(title="none", version="1", openapi_url=None))

    assert (document["paths"], document["info"]) == ({}, {"title": "none", "version": "1"})
