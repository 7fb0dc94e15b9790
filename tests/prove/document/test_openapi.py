"""OpenApi: references followed, rows found in their envelopes."""

import pytest

from backstay.prove.document.openapi import OpenApi, is_nullable

CONTENT = {
    "paths": {
        "/tasks": {
            "get": {
                "operationId": "list_tasks",
                "parameters": [{"in": "query", "name": "limit"}, {"in": "path", "name": "id"}],
                "responses": {
                    "200": {
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Page"}}
                        }
                    }
                },
            },
            "post": {
                "operationId": "create_task",
                "requestBody": {
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/New"}}
                    }
                },
            },
            "summary": "no operation",
        }
    },
    "components": {
        "schemas": {
            "New": {"type": "object", "required": ["title"]},
            "Row": {"type": "object", "properties": {"id": {}}},
            "Page": {
                "properties": {
                    "data": {"type": "array", "items": {"$ref": "#/components/schemas/Row"}}
                }
            },
        }
    },
}


@pytest.fixture
def document() -> OpenApi:
    return OpenApi(CONTENT)


def test_operations_are_methods_only(document):
    assert [(method, path) for method, path, _ in document.operations()] == [
        ("GET", "/tasks"),
        ("POST", "/tasks"),
    ]


def test_bodies_and_rows_are_found_behind_their_references(document):
    assert document.body("create_task")["required"] == ["title"]
    assert "id" in document.row("list_tasks", 200)["properties"]


def test_what_is_not_there_is_empty(document):
    assert document.operation("nothing") == {}
    assert document.body("list_tasks") == {}
    assert document.row("create_task", 201) == {}
    assert document.parameters("create_task", "query") == set()


def test_parameters_by_place(document):
    assert document.parameters("list_tasks", "query") == {"limit"}


def test_of_a_choice_with_null_the_other_is_meant(document):
    one = {"anyOf": [{"type": "string"}, {"type": "null"}]}
    two = {"anyOf": [{"type": "string"}, {"type": "integer"}]}
    assert document.followed(one) == {"type": "string"}
    assert document.followed(two) == two
    assert document.followed("no schema") == {}
    assert is_nullable(one)
    assert is_nullable({"type": ["string", "null"]})
    assert not is_nullable(two)
    assert not is_nullable("no schema")
