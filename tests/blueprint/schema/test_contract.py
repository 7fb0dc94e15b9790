"""The published JSON Schema accepts what is valid, and refuses what has the wrong shape."""

import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from backstay.blueprint.book import ids, page
from backstay.blueprint.fmt import formatted
from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.reading.contract import root_of
from backstay.blueprint.reading.nodes import Items, Node, Pairs, Text
from backstay.blueprint.schema import json_schema

HERE = Path(__file__).parents[1]
VALID = sorted([*(HERE.parents[1] / "examples").glob("*.yaml"), *(HERE / "valid").iterdir()])
# What a schema can see: keys, and which kind of value they have.
SHAPE = ("BS101", "BS103", "BS104", "BS106", "BS504-admin-alone", "BS703")
WRONG = [file for file in sorted((HERE / "broken").iterdir()) if file.stem.startswith(SHAPE)]
CORE = {"true": True, "false": False, "null": None, "~": None, "": None}


@pytest.fixture(scope="module")
def validator():
    jsonschema_rs.meta.validate(json_schema())
    return jsonschema_rs.validator_for(json_schema())


def loaded(node: Node) -> Any:
    """What an editor makes of a contract: the core schema of YAML 1.2."""
    if isinstance(node, Pairs):
        return {key.value: loaded(value) for key, value in node.pairs if isinstance(key, Text)}
    if isinstance(node, Items):
        return [loaded(item) for item in node.items]
    if node.plain and node.value in CORE:
        return CORE[node.value]
    if node.plain and re.fullmatch(r"[-+]?\d+", node.value):
        return int(node.value)
    return (
        float(node.value) if node.plain and re.fullmatch(r"-?\d+\.\d+", node.value) else node.value
    )


def instance(raw: bytes) -> Any:
    root = root_of(raw, Mistakes())
    assert root
    return loaded(root)


@pytest.mark.parametrize("file", VALID, ids=lambda file: f"{file.parent.name}-{file.stem}")
@pytest.mark.parametrize("long", [False, True])
def test_valid_contracts_fit_compact_and_long(validator, file, long):
    raw = formatted(file.read_bytes(), "x", long=long).encode()

    assert [error.message for error in validator.iter_errors(instance(raw))] == []


@pytest.mark.parametrize("code", ids())
def test_the_right_example_of_every_page_fits(validator, code):
    examples = re.findall(r"```yaml\n(.*?)```", page(code) or "", re.DOTALL)

    assert not examples or validator.is_valid(instance(examples[-1].encode()))


@pytest.mark.parametrize("file", WRONG, ids=lambda file: file.stem)
def test_mistakes_of_shape_do_not_fit(validator, file):
    root = root_of(file.read_bytes(), Mistakes())

    assert root is None or not validator.is_valid(loaded(root))


def test_enough_mistakes_of_shape_are_tried():
    assert len(WRONG) >= 20


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("text 1..200", "string 1..200"),
        ("text 1..200", "text 1 .. 200"),
        ("text 1..200", "text 1..200, uniqe"),
        ("service: library", "service: My Library"),
        ("  Book:", "  book:"),
        ("title:", "Title:"),
    ],
)
def test_an_editor_marks_what_a_pattern_can_see(validator, old, new):
    least = (
        "backstay: 1\nservice: library\nresources:\n"
        "  Book:\n    fields:\n      title: text 1..200\n"
    )
    assert validator.is_valid(instance(least.encode()))

    assert not validator.is_valid(instance(least.replace(old, new).encode()))
