"""Fields in a document: one that is declared right is not spoken of, each lapse is said."""

from pathlib import Path
from typing import Any

import pytest

from backstay.blueprint import load
from backstay.prove.document.fields import Shapes
from backstay.prove.document.openapi import OpenApi
from tests.prove.shelf import shelf

BLUEPRINT = shelf()
TASKS = load(Path(__file__).parents[3] / "examples" / "timetrack.yaml")


def shapes(resource: str = "Book") -> Shapes:
    return Shapes(BLUEPRINT, BLUEPRINT.resource(resource), OpenApi({}))


def said(name: str, schema: dict[str, Any], resource: str = "Book", **more: Any) -> list[str]:
    field = BLUEPRINT.resource(resource).field(name)
    return list(shapes(resource).shape(field, schema, **({"bounded": True} | more)))


def in_body(name: str, kind: str, schema: dict[str, Any], resource: str = "Book") -> list[str]:
    found = shapes(resource)
    return list(found.in_body(found.resource.field(name), kind, schema))


def in_answer(name: str, schema: dict[str, Any], resource: str = "Book") -> list[str]:
    found = shapes(resource)
    return list(found.in_answer(found.resource.field(name), schema))


def object_of(name: str, schema: dict[str, Any], *required: str) -> dict[str, Any]:
    return {"properties": {name: schema}, "required": list(required)}


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("pages", {"type": "integer", "minimum": 1, "maximum": 2000.0}),
        ("printed", {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}),
        ("kind", {"type": "string", "enum": ["novel", "essay"]}),
        ("owner", {"type": "string", "format": "uuid"}),
        ("extra", {}),
    ],
)
def test_a_field_that_is_declared_right_is_not_spoken_of(name, schema):
    assert said(name, schema) == []


@pytest.mark.parametrize(
    ("name", "schema", "why"),
    [
        ("pages", {"type": "string", "minimum": 1, "maximum": 2000}, "is string, not integer"),
        ("pages", {"type": "integer", "minimum": 0, "maximum": 2000}, "minimum 0, not 1"),
        ("pages", {"type": "integer", "minimum": 1}, "maximum None, not 2000"),
        ("isbn", {"type": "string", "maxLength": 13}, "minLength 0, not 10"),
        ("kind", {"type": "string", "enum": ["novel"]}, "kind is one of ['novel']"),
    ],
)
def test_a_lapse_of_the_shape_is_said(name, schema, why):
    (found,) = said(name, schema)
    assert why in found


def test_answers_need_no_bounds_and_roles_are_those_of_the_contract():
    assert said("pages", {"type": "integer"}, bounded=False) == []
    assert said("role", {"type": "string", "enum": ["admin", "reader"]}, "User") == []


def test_what_a_body_must_and_must_not_take():
    pages = {"type": "integer", "minimum": 1, "maximum": 2000}
    assert in_body("pages", "create", object_of("pages", pages, "pages")) == []
    assert in_body("pages", "create", object_of("pages", pages)) == [
        "pages is not required in create"
    ]
    assert in_body("pages", "replace", object_of("pages", pages)) == [
        "pages is not required in replace"
    ]
    assert in_body("pages", "update", object_of("pages", pages)) == []
    assert in_body("pages", "create", {}) == ["pages is not in the body of create"]


def test_what_is_fixed_or_stands_in_the_path_is_in_no_later_body():
    key = {"type": "string", "format": "uuid"}
    assert in_body("user", "update", object_of("user_id", key), "Loan") == [
        "user_id is in the body of update"
    ]
    assert in_body("book", "create", {}, "Loan") == []
    assert in_body("user", "update", {}, "Loan") == []


def test_null_is_taken_where_the_field_is_optional():
    date = {"type": "string", "format": "date"}
    assert in_body("printed", "update", object_of("printed", date)) == [
        "printed takes no null in update"
    ]
    assert in_answer("printed", object_of("printed", date, "printed")) == [
        "printed may not be null in the answer"
    ]


def test_answers_hold_every_field():
    pages = {"type": "integer"}
    assert in_answer("pages", object_of("pages", pages, "pages")) == []
    assert in_answer("pages", {}) == ["pages is not in the answer"]
    assert in_answer("pages", object_of("pages", pages)) == ["pages may be missing from the answer"]
    wrong = object_of("pages", {"type": "string"}, "pages")
    assert in_answer("pages", wrong) == ["answer: pages is string, not integer"]


def test_a_computed_field_is_null_where_what_it_is_made_of_may_be():
    entry = TASKS.resource("TimeEntry")
    there = Shapes(TASKS, entry, OpenApi({}))
    plain = object_of("duration", {"type": "integer"}, "duration")
    duration = entry.field("duration")
    assert list(there.in_answer(duration, plain)) == ["duration may not be null in the answer"]
    assert list(there.in_body(duration, "create", {})) == []
