"""Access, flows, rules and actions are read back as they were printed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.blueprint.forms.behaviour import read_access, read_action, read_flow, read_rule
from backstay.blueprint.model import Place
from backstay.blueprint.printing.behaviour import (
    compact_access,
    compact_action,
    compact_flow,
    compact_rule,
    long_access,
    long_action,
    long_flow,
    long_rule,
)
from backstay.blueprint.reading.nodes import Span, Text

WORDS = ["open", "done", "set", "when", "a", "b2", "in_progress", "read", "create"]
WORD = st.sampled_from(WORDS)
LIST = st.lists(WORD, min_size=1, max_size=5, unique=True)
CONDITION = st.sampled_from(["a is null", "a  = 1 or b2 = 2", "not (a > b2)", "a != 'x, y'"])
EDGES = st.lists(st.tuples(WORD, WORD).filter(lambda e: e[0] != e[1]), min_size=1, unique=True)
VALUE = st.sampled_from(["now", "a - 1", "'it''s'", "null", "(a = 1)", "-3"])
bounded = settings(max_examples=120, derandomize=True, deadline=None)


def text(value: str) -> Text:
    return Text(value, Place(1, 1), Span(0, len(value)), value)


@bounded
@given(verbs=LIST)
def test_verbs_are_the_same_set_in_one_order(holds, verbs):
    holds(" ,".join(verbs), read_access, compact_access, long_access, order=sorted)


@bounded
@given(edges=EDGES)
def test_a_flow_allows_the_same_changes(holds, edges):
    written = ",".join(f"{before}  >{after}" for before, after in edges)

    holds(written, read_flow, compact_flow, long_flow, order=sorted)


@bounded
@given(names=LIST, condition=CONDITION, when=st.booleans())
def test_a_unique_rule_is_the_same_rule(holds, names, condition, when):
    written = f"unique {','.join(names)}" + (f"  when {condition}" if when else "")

    holds(written, read_rule, compact_rule, long_rule)


@bounded
@given(condition=CONDITION)
def test_a_condition_is_the_same_condition(holds, condition):
    holds(condition, read_rule, compact_rule)


@bounded
@given(
    sets=st.lists(st.tuples(WORD, VALUE), min_size=1, max_size=3, unique_by=lambda s: s[0]),
    condition=CONDITION,
    tail=st.sampled_from(["", " when {}", " when {} ,else  409"]),
)
def test_an_action_is_the_same_action(holds, sets, condition, tail):
    written = "set " + ",".join(f"{name}={value}" for name, value in sets)

    holds(written + tail.format(condition), read_action, compact_action, long_action)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("a > b, b > c", "a > b > c"),
        ("a > b > c, c > b", "a > b > c, c > b"),
        ("a > b > c > b", "a > b > c, c > b"),
        ("b > c, a > b", "b > c, a > b"),
    ],
)
def test_chains_are_as_long_as_they_get_without_coming_back(written, printed):
    assert compact_flow(text(written)) == printed


def test_long_forms_are_what_one_would_write():
    assert long_access(text("read, create")) == "[create, read]"
    assert long_flow(text("a > b > c, a > c")) == "{a: [b, c], b: [c]}"
    assert long_rule(text("unique a, b when c is null")) == "{unique: [a, b], when: c is null}"
    assert long_rule(text("a > 1")) == "a > 1"
    assert long_action(text("set a = 'x, y' when b > 1")) == ("{set: {a: \"'x, y'\"}, when: b > 1}")
