"""Fits: answers are as they are declared, or what does not fit is said."""

from typing import Any

import pytest

from backstay.prove.document.answers import Fits, declared_of
from backstay.prove.document.openapi import OpenApi
from backstay.prove.evidence.exchange import Exchange

SCHEMA = {"type": "object", "required": ["id"], "properties": {"id": {"format": "uuid"}}}
CONTENT = {
    "paths": {
        "/tasks/{task_id}": {
            "get": {
                "operationId": "get_task",
                "responses": {
                    "200": {"content": {"application/json": {"schema": SCHEMA}}},
                    "204": {},
                    "414": {"$ref": "#/components/responses/UriTooLong"},
                },
            }
        }
    },
    "components": {
        "responses": {"UriTooLong": {"content": {"application/json": {"schema": SCHEMA}}}}
    },
}


def wrong(status: int, body: bytes, path: str = "/tasks/1?a=b", method: str = "GET") -> str:
    return Fits(OpenApi(CONTENT)).wrong(Exchange("", method, path, "", {}, status, {}, body))


def test_what_fits_is_not_spoken_of():
    assert wrong(200, b'{"id": "0198c0de-0000-7000-8000-000000000001"}') == ""
    assert wrong(204, b"") == ""
    assert wrong(304, b"") == ""


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (418, b"{}", "is not declared by get_task"),
        (200, b"{}", "does not fit its schema"),
        (200, b'{"id": "x"}', "does not fit its schema"),
        (414, b'{"id": "x"}', "does not fit its schema"),
        (204, b"text", "has a body"),
    ],
)
def test_what_does_not_fit_is_said(status, body, said):
    assert said in wrong(status, body)


def test_other_paths_and_methods_are_not_of_the_document():
    assert wrong(500, b"", "/health") == ""
    assert wrong(500, b"", "/tasks/1/more") == ""
    assert wrong(405, b"", method="PUT") == ""


@pytest.mark.parametrize("key", ["404", "4XX", "4xx", "default"])
def test_a_status_is_declared_by_itself_by_its_class_or_by_default(key):
    assert declared_of({"responses": {"500": {}, key: {"x": 1}}}, 404) == {"x": 1}
    assert declared_of({"responses": {"500": {}}}, 404) is None


def test_of_another_media_type_nothing_is_said():
    content: dict[str, Any] = {"responses": {"200": {"content": {"text/csv": {}}}}}
    seen = Exchange("", "GET", "/a", "", {}, 200, {}, b"a;b")
    assert Fits(OpenApi({})).misfit("GET /a", content, seen) == ""
