"""Modern: whatever a document's age, operations come out whole and named by method and path."""

from typing import Any

import pytest

from backstay.prove.audit.locate import NoDocumentError
from backstay.prove.audit.modern import modern

OLD: dict[str, Any] = {
    "openapi": "3.0.3",
    "servers": [{"url": "https://x.example/{v}/", "variables": {"v": {"default": "v2"}}}],
    "security": [{"key": []}],
    "paths": {
        "/a/{id}": {
            "parameters": [{"$ref": "#/components/parameters/Id"}],
            "get": {"responses": {200: {"$ref": "#/components/responses/Ok"}}},
            "post": {
                "security": [{}, {"key": []}],
                "requestBody": {"content": {"application/json; charset=utf-8": {}}},
                "parameters": [
                    {"name": "q", "in": "query", "content": {"x": {"schema": {"type": 1}}}}
                ],
                "responses": {"default": {}},
            },
        },
        "x-own": {"get": {"responses": {}}},
    },
    "components": {
        "parameters": {"Id": {"name": "id", "in": "path", "schema": {"type": "integer"}}},
        "responses": {"Ok": {"content": {"*/*": {"schema": {"type": "string", "nullable": True}}}}},
    },
}


def test_an_older_document_comes_out_plain():
    item = modern(OLD)["paths"]["/v2/a/{id}"]
    assert item["get"]["operationId"] == "GET /v2/a/{id}"
    assert item["get"]["security"] == [{"key": []}]
    assert [one["name"] for one in item["get"]["parameters"]] == ["id"]
    schema = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert schema == {"anyOf": [{"type": "string"}, {"type": "null"}]}
    assert item["post"]["security"] == []
    assert item["post"]["requestBody"]["content"]["application/json"] == {"schema": {}}
    assert item["post"]["parameters"][1]["schema"] == {"type": 1}


def test_without_a_server_the_targets_path_stands_before_all():
    content = {**OLD, "servers": []}
    assert list(modern(content, "/api")["paths"]) == ["/api/a/{id}"]


def test_other_versions_and_empty_documents_are_refused():
    with pytest.raises(NoDocumentError, match="version is `4`"):
        modern({"openapi": "4", "paths": {}})
    with pytest.raises(NoDocumentError, match="describes no operation"):
        modern({"openapi": "3.1.0", "paths": {"/a": {}}})
