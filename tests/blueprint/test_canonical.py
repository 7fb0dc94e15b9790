"""Canonical JSON leads back to the same blueprint; the digest tells only meanings apart."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.blueprint import load, parse
from backstay.blueprint.canonical import digest, from_json, to_json
from backstay.blueprint.contract import Blueprint, Job, Proof, Resource
from backstay.blueprint.model import (
    Action,
    Expression,
    Field,
    Flow,
    Grant,
    Limits,
    Listing,
    Objective,
    Paging,
    Rule,
)

ROOT = Path(__file__).parents[2]
VALID = sorted([*(ROOT / "examples").glob("*.yaml"), *(Path(__file__).parent / "valid").iterdir()])
LEAST = b"backstay: 1\nservice: library\nresources:\n  Book:\n    fields: {title: text 1..200}\n"

decimals = st.decimals(-(10**18), 10**18, places=3)
expressions = st.recursive(
    st.builds(lambda n: Expression("number", (n,)), decimals)
    | st.builds(lambda text: Expression("name", (text,)), st.text())
    | st.builds(lambda text: Expression("string", (text,)), st.text())
    | st.sampled_from(["now", "null"]).map(Expression),
    lambda inner: st.builds(lambda a, b: Expression("and", (a, b)), inner, inner),
    max_leaves=4,
)  # fmt: skip
for kind, strategy in ((Expression, expressions), (Decimal, decimals)):
    st.register_type_strategy(kind, strategy)
resources = st.builds(
    Resource,
    fields=st.lists(st.builds(Field), max_size=2).map(tuple),
    access=st.lists(st.builds(Grant), max_size=2).map(tuple),
    flows=st.lists(st.builds(Flow), max_size=1).map(tuple),
    rules=st.lists(st.builds(Rule), max_size=1).map(tuple),
    actions=st.lists(st.builds(Action), max_size=1).map(tuple),
    listing=st.builds(Listing),
)
blueprints = st.builds(
    Blueprint,
    resources=st.lists(resources, max_size=2).map(tuple),
    proof=st.builds(Proof),
    page=st.builds(Paging),
    objective=st.builds(Objective),
    limits=st.builds(Limits),
    jobs=st.lists(st.builds(Job), max_size=1).map(tuple),
)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(blueprints)
def test_any_blueprint_comes_back_from_its_json(blueprint):
    text = to_json(blueprint)

    assert from_json(text) == blueprint
    assert to_json(from_json(text)) == text


@pytest.mark.parametrize("file", VALID, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_the_blueprint_of_every_valid_contract_comes_back_with_its_places(file):
    blueprint = load(file)

    found = from_json(to_json(blueprint))

    assert found == blueprint
    assert found.resources[-1].fields[0].at == blueprint.resources[-1].fields[0].at


def test_the_digest_does_not_depend_on_how_the_contract_is_written():
    blueprint = parse(LEAST, "x")
    moved = parse(
        b"# comment\n\n" + LEAST.replace(b"text 1..200", b'"text 1 ..200"'[:0] + b"text 1..200"),
        "x",
    )
    long = parse(LEAST.replace(b"text 1..200", b"{type: text, min: 1, max: 200}"), "x")

    assert moved != blueprint
    assert digest(moved) == digest(long) == digest(blueprint)


def test_the_example_and_the_sample_of_the_language_are_the_same_contract():
    sample = load(Path(__file__).parent / "valid" / "timetrack.yaml")

    assert digest(load(ROOT / "examples" / "timetrack.yaml")) == digest(sample)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"library", b"shop"),
        (b"1..200", b"1..201"),
        (b"title", b"name"),
        (b"text 1..200", b"{type: text, max: 200, min: 1, pii: true}"),
    ],
)
def test_the_digest_changes_with_each_thing_that_is_said(old, new):
    assert digest(parse(LEAST.replace(old, new), "x")) != digest(parse(LEAST, "x"))


def test_json_is_stable_and_readable_by_anybody():
    text = to_json(parse(LEAST, "x"))

    assert text == to_json(parse(LEAST, "x"))
    assert json.loads(text)["blueprint"]["service"] == "library"


def test_equal_decimals_give_one_digest():
    one = parse(LEAST, "x")
    ten = replace(one, objective=Objective(p95=Decimal("250.00")))

    assert digest(ten) == digest(replace(one, objective=Objective(p95=Decimal(250))))


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        '{"language": 2, "blueprint": {}}',
        '{"language": 1}',
        '{"language": 1, "blueprint": {"service": "x"}}',
        '{"language": 1, "blueprint": {"colour": "blue"}}',
        "no json",
    ],
)
def test_what_is_no_blueprint_is_refused(text):
    with pytest.raises(ValueError, match=r"blueprint|Expecting"):
        from_json(text)


def test_places_in_the_contract_are_left_out_and_places_of_decimals_are_not():
    price = LEAST.replace(b"text 1..200", b"decimal 10.2")

    text = to_json(parse(price, "x"), places=False)

    assert '"at"' not in text
    assert '"keys"' not in text
    assert digest(parse(price, "x")) != digest(parse(price.replace(b"10.2", b"10.3"), "x"))
