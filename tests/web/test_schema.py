"""Schemas: what is left out stays, null is not left out, and the server's fields are read-only."""

from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from backstay.data import CursorPage, Page, new_row
from backstay.web import UNSET, CursorPageOf, DataOf, Input, Length, PageOf, Query, Read
from backstay.web.refusals import validation_refusal
from tests.desk.models import Note


class Shown(Read):
    id: int
    title: str


class Change(Input):
    model_shown = Shown

    title: Annotated[str, Length(1, 5)] = UNSET
    body: str | None = UNSET
    stars: int = 3


class Nested(Input):
    inner: Change


def refusal(kind: Any, value: Any, place: str = "body") -> tuple[str, list[tuple[str, str]]]:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    errors = [{**error, "loc": (place, *error["loc"])} for error in caught.value.errors()]
    found = validation_refusal(errors, kind)
    return found.code, [(detail.field, detail.code) for detail in found.details]


def test_what_was_left_out_is_not_given_and_defaults_are():
    assert Change.model_validate({}).model_given() == {"stars": 3}
    assert Change.model_validate({"title": "a", "body": None}).model_given() == {
        "title": "a",
        "body": None,
        "stars": 3,
    }


@pytest.mark.parametrize(
    ("value", "code", "details"),
    [
        ({"title": None}, "wrong_type", [("title", "wrong_type")]),
        ({"title": "abcdef"}, "too_long", [("title", "too_long")]),
        ({"id": 5}, "read_only_field", [("id", "read_only_field")]),
        ({"other": 5}, "unknown_field", [("other", "unknown_field")]),
        ({"id": 5, "stars": "x"}, "validation_error", None),
        ([], "wrong_type", [("", "wrong_type")]),
        (None, "wrong_type", [("", "wrong_type")]),
    ],
)
def test_refusals_name_the_field_and_the_reason(value: Any, code: str, details: Any):
    found = refusal(Change, value)
    assert found[0] == code
    assert details is None or found[1] == details


def test_fields_are_dotted_paths():
    assert refusal(Nested, {"inner": {"title": "abcdef"}})[1] == [("inner.title", "too_long")]
    assert refusal(Nested, {})[1] == [("inner", "required")]


def test_a_body_that_is_missing_is_required_as_a_whole():
    missing = {"type": "missing", "loc": ("body",), "msg": "Field required"}
    found = validation_refusal([missing], Change)
    assert (found.code, found.details) == ("body_required", ())


def test_an_error_that_pydantic_invents_tomorrow_keeps_its_name():
    found = validation_refusal([{"type": "new_kind", "loc": ("x", "y"), "msg": "Odd."}], None)
    assert [(one.field, one.code, one.message) for one in found.details] == [
        ("x.y", "new_kind", "Odd.")
    ]


def test_unknown_parameters_are_refused_and_queries_do_not_change():
    class Words(Query):
        word: str = ""

    assert refusal(Words, {"other": "x"}, "query")[1] == [("other", "unknown_field")]
    with pytest.raises(ValidationError):
        Words().word = "x"


def test_envelopes_wrap_rows_and_pages():
    row = new_row(Note, {"id": 1, "title": "a"})
    one = {"id": 1, "title": "a"}
    data: Any = DataOf[Shown]
    assert data.model_validate(row, from_attributes=True).model_dump() == {"data": one}
    page: Any = PageOf[Shown]
    assert page.model_validate(Page([row], 5, 1, 2), from_attributes=True).model_dump() == {
        "data": [one],
        "meta": {"page": 1, "limit": 2, "total": 5, "pages": 3},
    }
    whole = {"data": [one], "meta": {"page": 1, "limit": 2, "total": 1, "pages": 1}}
    assert page.model_validate(whole).model_dump() == whole
    walk: Any = CursorPageOf[Shown]
    made = {"data": [one], "meta": {"limit": 2, "next": None}}
    assert (
        walk.model_validate(CursorPage([row], 2, None), from_attributes=True).model_dump() == made
    )
    assert walk.model_validate(made).model_dump() == made
