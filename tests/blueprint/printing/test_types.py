"""Field types are read back as they were printed, compact and long."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.blueprint.forms.field_types import read_type
from backstay.blueprint.kinds import COMPUTED, KINDS, SAFE, WRITTEN, greatest
from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.model import Field, Place
from backstay.blueprint.printing.types import compact_type, long_type
from backstay.blueprint.reading.compose import compose
from backstay.blueprint.reading.nodes import Pairs, Span, Text

KEY = Text("field", Place(1, 1), Span(0, 5), "field")
WORDS = ["open", "done", "text", "search", "a", "b2", "in_progress", "set", "when", "USD"]
VALUES = {
    "bool": ["true", "false"],
    "now": ["now"],
    "caller": ["caller"],
    "word": ["member"],
    "whole": ["0", "7"],
    "decimal": ["0"],
    "text": ["'draft'", "'it''s'", "'a, b: c # d'", "'true'", "'7'", "'é'"],
}


def numbers(kind: str, digits: tuple[int, int]) -> st.SearchStrategy[Decimal]:
    if kind == "decimal":
        most = greatest(*digits)
        return st.decimals(-most, most, places=digits[1])
    low = {"text": 0, "seconds": 0}.get(kind, -int(SAFE))
    high = 100_000 if kind == "text" else int(SAFE)
    return st.integers(low, high).map(Decimal) | st.integers(max(low, -5), 50).map(Decimal)


@st.composite
def types(draw: st.DrawFn) -> str:
    """A valid type in compact form, spaces and order as they come."""
    kind = draw(st.sampled_from([*WRITTEN, "enum", "ref"]))
    digits = draw(st.integers(1, 18).flatmap(lambda d: st.tuples(st.just(d), st.integers(0, d))))
    values = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=5, unique=True))
    text = {"enum": " | ".join(values), "ref": "TimeEntry"}.get(kind, kind)
    text += f"  {digits[0]}.{digits[1]}" if kind == "decimal" else ""
    computed = kind in COMPUTED and draw(st.integers(0, 4)) == 0
    ends = sorted(draw(st.lists(numbers(kind, digits), min_size=2, max_size=2)))
    if KINDS[kind].bounds and not computed and draw(st.booleans()) and ends[1] > 0:
        low = f"{ends[0]:f}" if draw(st.booleans()) else ""
        high = f"{ends[1]:f}" if draw(st.booleans()) or not low or kind == "text" else ""
        text += f" {low}..{high}"
    else:
        ends = []
    if computed:
        return f"{text} = a - (b + 1), computed" + draw(st.sampled_from(["", ", pii", ", was x"]))
    return text + draw(default(kind, values, ends)) + draw(modifiers(kind))


def default(kind: str, values: list[str], ends: list[Decimal]) -> st.SearchStrategy[str]:
    """A default that fits; none where it would have to keep bounds."""
    fits = values if kind == "enum" else VALUES.get(KINDS[kind].default, [])
    if ends or not fits:
        return st.just("")
    return st.just("") | st.sampled_from(fits).map(" =  {}".format)


@st.composite
def modifiers(draw: st.DrawFn, kind: str) -> str:
    found = draw(st.lists(st.sampled_from(["optional", "fixed", "pii"]), unique=True))
    found += ["unique"] * (KINDS[kind].unique and draw(st.booleans()))
    found += ["search"] * (kind == "text" and draw(st.booleans()))
    found += ["write  staff"] * draw(st.booleans()) + ["was old_name"] * draw(st.booleans())
    if kind == "ref":
        free = ["on delete   set null"] * ("optional" in found)
        found.append(draw(st.sampled_from(["on delete cascade", "on delete restrict", *free])))
    return "".join(f",{modifier}" for modifier in draw(st.permutations(found)))


def read(node: Text | Pairs) -> Field:
    mistakes = Mistakes()
    draft = read_type(mistakes, KEY, node)
    assert draft
    assert not mistakes.listed()
    return replace(draft.field, at=Place(1, 1))


def text(value: str) -> Text:
    return Text(value, Place(1, 1), Span(0, len(value)), value)


@settings(max_examples=500, derandomize=True, deadline=None)
@given(types())
def test_a_printed_type_is_read_back_as_the_same_field(written):
    field = read(text(written))

    printed = compact_type(text(written))

    assert read(text(printed)) == field
    assert compact_type(text(printed)) == printed


@settings(max_examples=500, derandomize=True, deadline=None)
@given(types())
def test_a_long_type_is_read_back_as_the_same_field(written):
    field = read(text(written))

    node = compose(long_type(text(written)), Mistakes())

    assert isinstance(node, Pairs)
    assert read(node) == field
    assert compact_type(node) == compact_type(text(written))


@pytest.mark.parametrize(
    ("written", "compact", "long"),
    [
        (
            "text 1..200,search",
            "text 1..200, search",
            "{type: text, min: 1, max: 200, search: true}",
        ),
        (
            "int ..100000 = 5, pii, optional",
            "int ..100_000 = 5, optional, pii",
            "{type: int, max: 100_000, default: 5, optional: true, pii: true}",
        ),
        (
            "open|done=open",
            "open | done = open",
            "{type: enum, values: [open, done], default: open}",
        ),
        (
            "User = caller, was maker, on delete set null, optional",
            "User = caller, optional, on delete set null, was maker",
            "{type: User, default: caller, optional: true, on_delete: set null, was: maker}",
        ),
        (
            "bool = (a is null), computed",
            "bool = (a is null), computed",
            "{type: bool, computed: a is null}",
        ),
        ("text = 'true'", "text = 'true'", '{type: text, default: "true"}'),
    ],
)
def test_what_is_printed_is_what_one_would_write(written, compact, long):
    assert compact_type(text(written)) == compact
    assert long_type(text(written)) == long
