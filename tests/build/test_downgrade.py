"""OpenAPI 3.1 becomes 3.0.3: what the older version does not have is said otherwise."""

import copy
import json
from pathlib import Path

import pytest
from schemathesis.specs.openapi.definitions import OPENAPI_30_VALIDATOR, OPENAPI_31_VALIDATOR

from backstay.build.downgrade import downgraded

DOCS = Path(__file__).parents[2] / "examples" / "timetrack" / "docs"


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        (
            {"anyOf": [{"type": "string"}, {"type": "null"}], "title": "Note"},
            {"type": "string", "title": "Note", "nullable": True},
        ),
        (
            {"anyOf": [{"$ref": "#/x"}, {"type": "null"}]},
            {"allOf": [{"$ref": "#/x"}], "nullable": True},
        ),
        (
            {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "null"}]},
            {"anyOf": [{"type": "string"}, {"type": "integer"}], "nullable": True},
        ),
        (
            {"anyOf": [{"type": "string"}, {"type": "integer"}]},
            {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        ),
        (
            {"type": ["string", "array"]},
            {"anyOf": [{"type": "string"}, {"type": "array", "items": {}}]},
        ),
        ({"const": "a"}, {"enum": ["a"]}),
        ({"examples": [1, 2], "type": "integer"}, {"example": 1, "type": "integer"}),
        ({"examples": [], "type": "integer"}, {"type": "integer"}),
        ({"examples": {"a": {"value": 1}}}, {"examples": {"a": {"value": 1}}}),
        ({"exclusiveMinimum": 3}, {"minimum": 3, "exclusiveMinimum": True}),
        ({"exclusiveMaximum": 3.5}, {"maximum": 3.5, "exclusiveMaximum": True}),
        ({"items": [{"const": 1}]}, {"items": [{"enum": [1]}]}),
    ],
)
def test_a_schema_says_the_same_in_the_older_words(newer, older):
    before = copy.deepcopy(newer)

    found = downgraded({"openapi": "3.1.0", "components": {"schemas": {"X": newer}}})

    assert found == {"openapi": "3.0.3", "components": {"schemas": {"X": older}}}
    assert newer == before, "the argument stays as it is"


def test_the_example_is_the_downgrade_of_the_example():
    newer = json.loads((DOCS / "openapi.json").read_text())

    assert downgraded(newer) == json.loads((DOCS / "openapi-3.0.json").read_text())


def test_nothing_of_the_newer_version_is_left():
    text = (DOCS / "openapi-3.0.json").read_text()

    assert '"type": "null"' not in text
    assert '"const"' not in text


@pytest.mark.parametrize(
    ("name", "validator"),
    [("openapi.json", OPENAPI_31_VALIDATOR), ("openapi-3.0.json", OPENAPI_30_VALIDATOR)],
)
def test_both_documents_are_valid(name, validator):
    document = json.loads((DOCS / name).read_text())

    assert [str(error) for error in validator.iter_errors(document)] == []
    del document["info"]["title"]
    assert not validator.is_valid(document), "the control"
