"""Objectives are read back as they were printed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.blueprint.forms.objective import read_objective
from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.model import Objective, Place
from backstay.blueprint.printing.objective import (
    compact_mix,
    compact_objective,
    long_mix,
    long_objective,
)
from backstay.blueprint.reading.nodes import Node, Span, Text

TIMES = ["1ms", "150ms", "0.2s", "1500ms", "2s", "10s"]
PERCENT = ["0.1%", "0.10%", "2%", "50%"]
ONE = [
    st.sampled_from(TIMES).map("p95  {}".format),
    st.sampled_from(PERCENT).map("errors {}".format),
]
MIX = [*ONE, st.just("availability 99.95%"), st.integers(1, 10**5).map("at {}  rps".format)]
bounded = settings(max_examples=120, derandomize=True, deadline=None)


def some(options: list[st.SearchStrategy[str]]) -> st.SearchStrategy[list[str]]:
    """Some of the options, in any order."""
    return st.tuples(*options).flatmap(
        lambda drawn: st.lists(st.sampled_from(drawn), min_size=1, unique=True)
    )


def of_one(mistakes: Mistakes, node: Node) -> Objective:
    return read_objective(mistakes, node, of_all=False)


def of_all(mistakes: Mistakes, node: Node) -> Objective:
    return read_objective(mistakes, node, of_all=True)


def text(value: str) -> Text:
    return Text(value, Place(1, 1), Span(0, len(value)), value)


@bounded
@given(parts=some(ONE) | st.sampled_from([["simple"], ["errors 1%", "complex"]]))
def test_the_objective_of_an_operation_is_the_same(holds, parts):
    holds(" , ".join(parts), of_one, compact_objective, long_objective)


@bounded
@given(parts=some(MIX))
def test_the_objective_of_all_is_the_same(holds, parts):
    holds(" , ".join(parts), of_all, compact_mix, long_mix)


def test_what_is_printed_is_what_one_would_write():
    assert compact_objective(text("errors 0.10%,p95 1000ms")) == "p95 1s, errors 0.1%"
    assert long_objective(text("complex, errors 1%")) == "{class: complex, errors: 1%}"
    assert long_mix(text("at 20000 rps")) == "{at: 20_000 rps}"
