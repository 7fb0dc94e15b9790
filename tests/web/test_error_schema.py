"""Declared errors are shown with the envelope's schema, analysed once for the whole document."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

from backstay.errors import Conflict, NotFound
from backstay.web import ErrorBody, errors
from backstay.web.document import told
from backstay.web.error_schema import LONG


def application(**responses: Any) -> FastAPI:
    app = FastAPI(title="some", version="1")
    app.add_api_route("/some", lambda: None, response_model=None, **responses)
    return app


def shown(document: dict[str, Any], status: int) -> str:
    answer = document["paths"]["/some"]["get"]["responses"][str(status)]
    reference: str = answer["content"]["application/json"]["schema"]["$ref"]
    return reference.rpartition("/")[2]


def test_it_is_what_fastapi_would_tell_of_a_model():
    declared = errors(NotFound, Conflict)
    as_model = {
        status: one | {"model": ErrorBody, "content": {"application/json": {"examples": examples}}}
        for status, one in declared.items()
        for examples in [one["content"]["application/json"]["examples"]]
    }
    stock = application(responses=as_model)

    assert told(application(responses=declared)) == get_openapi(
        title="some", version="1", routes=stock.routes
    )


def test_a_document_without_declared_errors_has_no_envelope():
    assert "components" not in told(application())


def test_the_project_s_own_schema_of_that_name_stays_as_it_is():
    class ErrorDetail(BaseModel):
        """Another one."""

        line: int

    app = application(responses=errors(NotFound))
    app.add_api_route("/lines", lambda: None, response_model=ErrorDetail)
    document = told(app)

    schemas = document["components"]["schemas"]
    assert list(schemas["ErrorDetail"]["properties"]) == ["line"]
    assert shown(document, 404) == f"{LONG}ErrorBody"
    content = schemas[f"{LONG}ErrorContent"]["properties"]["details"]["items"]["$ref"]
    assert content == f"#/components/schemas/{LONG}ErrorDetail"
    assert list(schemas) == sorted(schemas)


def test_the_project_may_answer_with_the_envelope_itself():
    app = application(responses=errors(NotFound))
    app.add_api_route("/last", lambda: None, response_model=ErrorBody)

    document = told(app)

    assert shown(document, 404) == "ErrorBody"
    assert set(document["components"]["schemas"]) == {"ErrorBody", "ErrorContent", "ErrorDetail"}
