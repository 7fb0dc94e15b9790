"""Examples are what their schemas allow, and the same each time."""

import json

import jsonschema_rs
import pytest

from backstay.agent.documents.api.examples import Examples
from backstay.agent.documents.api.openapi import told
from backstay.agent.documents.building import prepared
from backstay.blueprint import load
from tests.agent.documents.conftest import EXAMPLES


@pytest.fixture(scope="module")
def documents(openapi, tmp_path_factory):
    """The emitted documents of both examples."""
    root = tmp_path_factory.mktemp("shop") / "shop"
    build = prepared(root, load(EXAMPLES / "shop.yaml"))
    return openapi, json.loads(build.write["docs/openapi.json"])


def _valid(document, schema, value) -> None:
    whole = {**schema, "components": document["components"]}
    found = list(jsonschema_rs.iter_errors(whole, value, validate_formats=True))
    assert [one.message for one in found] == []


def test_every_example_is_valid(documents) -> None:
    seen = 0
    for document in documents:
        examples = Examples(document)
        for one in told(document):
            for parameter in one.parameters:
                schema = parameter["schema"]
                if schema.get("default") != "":
                    _valid(document, schema, examples.value(schema, parameter["name"]))
            if one.body is not None:
                _valid(document, one.body, examples.sent(one.body))
            _, answer = one.success
            if answer is not None:
                _valid(document, answer, examples.value(answer))
                seen += 1
    assert seen > 60


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"const": 3}, 3),
        ({"enum": ["b", "a"]}, "b"),
        ({"type": "string", "default": "x"}, "x"),
        ({"type": "number", "maximum": 0.5}, 0.0),
        ({"type": "integer", "minimum": 5}, 5),
        ({"type": "boolean"}, True),
        ({"type": "array", "items": {"type": "integer"}}, [1]),
        ({"type": "string", "minLength": 12}, "text onexxxx"),
        ({"type": "string", "pattern": "^\\d+$"}, "1"),
        ({"type": "string", "pattern": "^never$"}, "text one"),
        ({"type": "null"}, None),
        ({}, {}),
    ],
)
def test_a_plain_schema_has_a_plain_value(schema, value) -> None:
    assert Examples({}).value(schema) == value


def test_what_refers_to_itself_ends() -> None:
    schemas = {
        "Tree": {
            "type": "object",
            "required": ["below"],
            "properties": {
                "below": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}
            },
        }
    }
    examples = Examples({"components": {"schemas": schemas}})

    assert "below" in examples.value({"$ref": "#/components/schemas/Tree"})


def test_what_must_not_be_sent_is_left_out() -> None:
    schema = {"properties": {"a": {"type": "integer"}, "b": {"type": "integer"}}}

    assert Examples({}).sent(schema) == {"a": 1}
    assert Examples({}).sent({**schema, "required": ["b"]}) == {"b": 1}
