"""Swagger 2.0 as OpenAPI 3 would say it."""

from backstay.prove.audit.modern import modern

OLD = {
    "swagger": "2.0",
    "info": {"title": "pets"},
    "basePath": "/v1",
    "securityDefinitions": {"key": {"type": "apiKey"}},
    "parameters": {"Size": {"name": "limit", "in": "query", "type": "integer"}},
    "definitions": {"Pet": {"type": "object", "properties": {"id": {"type": "integer"}}}},
    "responses": {"Gone": {"description": "gone"}},
    "paths": {
        "/pets": {
            "parameters": [{"$ref": "#/parameters/Size"}],
            "get": {
                "responses": {
                    "200": {"schema": {"type": "array", "items": {"$ref": "#/definitions/Pet"}}},
                    "404": {"$ref": "#/responses/Gone"},
                }
            },
            "post": {
                "security": [{"key": []}],
                "parameters": [
                    {"in": "body", "required": True, "schema": {"$ref": "#/definitions/Pet"}}
                ],
                "responses": {"201": {"description": "made"}},
            },
        }
    },
}


def test_it_is_read_like_any_other():
    found = modern(OLD)
    item = found["paths"]["/v1/pets"]
    assert item["get"]["parameters"][0]["schema"] == {"type": "integer"}
    schema = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert schema["items"] == {"$ref": "#/components/schemas/Pet"}
    assert item["get"]["responses"]["404"]["description"] == "gone"
    assert item["post"]["requestBody"]["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/Pet"
    }
    assert item["post"]["security"] == [{"key": []}]
    assert found["components"]["schemas"]["Pet"]["type"] == "object"


def test_a_path_that_stands_elsewhere_is_followed():
    shared = {"get": {"responses": {"200": {"description": "yes"}}}}
    found = modern({**OLD, "x-shared": shared, "paths": {"/a": {"$ref": "#/x-shared"}}})
    assert found["paths"]["/v1/a"]["get"]["responses"]["200"] == {"description": "yes"}
