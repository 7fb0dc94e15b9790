"""How OpenAPI shows the types of the wire; what a schema promises is what is read."""

import json
import re
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from backstay.web import (
    Between,
    Day,
    Digits,
    Email,
    Exact,
    Expands,
    Flag,
    JsonValue,
    Length,
    Moment,
    SortBy,
    Switch,
    Url,
)
from backstay.web.fields.wire import WireType

SHOWN: list[tuple[Any, dict[str, Any]]] = [
    (Annotated[str, Length(1, 5)], {"type": "string", "minLength": 1, "maxLength": 5}),
    (Annotated[int, Between(0, 9)], {"type": "integer", "minimum": 0, "maximum": 9}),
    (Annotated[int, Digits(0, 9)], {"type": "integer", "minimum": 0, "maximum": 9}),
    (Switch, {"type": "boolean"}),
    (Flag, {"type": "boolean"}),
    (Moment, {"type": "string", "format": "date-time"}),
    (Day, {"type": "string", "format": "date"}),
    (Email, {"type": "string", "format": "email", "minLength": 3, "maxLength": 254}),
    (Url, {"type": "string", "format": "uri", "maxLength": 2048}),
]


@pytest.mark.parametrize(("kind", "schema"), SHOWN)
def test_types_are_shown(kind: Any, schema: dict[str, Any]):
    assert TypeAdapter(kind).json_schema() == schema


def test_json_is_shown_with_its_limit():
    shown = TypeAdapter(JsonValue).json_schema()
    assert "null" not in shown["type"]
    assert "16384" in shown["description"]


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Exact(5, 2), ["0", "-999.99", "1.5"], ["1000", "1.505", "x", "1."]),
        (Exact(3, 0), ["999"], ["1.0"]),
        (Exact(2, 2), ["0.99"], ["10"]),
        (Expands("a", "b"), ["a", "a,b"], ["-a", "c", ""]),
        (SortBy("a", "b"), ["-a", "b,-a"], ["--a", "c"]),
    ],
)
def test_a_pattern_matches_what_is_read(kind: WireType, good: list[str], bad: list[str]):
    pattern = re.compile(kind.shown()["pattern"])
    assert all(pattern.search(one) for one in good)
    assert not any(pattern.search(one) for one in bad)


@given(
    st.recursive(
        st.booleans() | st.integers(-(2**53), 2**53) | st.text("ab\u00e9", max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab"), inner),
        max_leaves=10,
    )
)
def test_json_is_given_back_as_it_came(value: Any):
    assert json.dumps(TypeAdapter(JsonValue).validate_python(value)) == json.dumps(value)


def test_a_type_must_say_how_it_reads_and_shows():
    for call in (lambda: WireType().read(1), WireType().shown):
        with pytest.raises(NotImplementedError):
            call()
