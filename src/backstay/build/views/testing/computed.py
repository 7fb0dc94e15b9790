"""The view of the tests of computed fields: rows, and what must come out of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import evaluate, names_in
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Expression, Field
from backstay.blueprint.samples.values import NOW, SOME_ID, candidates
from backstay.build.naming.names import Names, enums_of, names_of
from backstay.build.samples.text import row_text
from backstay.build.views.sending import Pair
from backstay.build.views.testing.pairs import pairs_of

MOST_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class ComputedTest:
    """A computed field, the values that it is worked out from, and what it then is."""

    name: str
    parts: tuple[Pair, ...]
    value: str


@dataclass(frozen=True, slots=True)
class ComputedTestsView:
    """What the template of the tests of computed fields prints."""

    n: Names
    models: str
    computed: tuple[ComputedTest, ...]


def computed_tests_view(blueprint: Blueprint, resource: Resource) -> ComputedTestsView:
    """For each computed field one row for each kind of answer: a value, null, true, false."""
    names = names_of(blueprint, resource)
    return ComputedTestsView(
        n=names,
        models=", ".join([names.row, *enums_of(blueprint, resource)]),
        computed=tuple(
            test
            for field in resource.fields
            if field.computed is not None
            for test in _tests(blueprint, resource, field, field.computed)
        ),
    )


def _tests(
    blueprint: Blueprint, resource: Resource, field: Field, computed: Expression
) -> Iterator[ComputedTest]:
    parts = [resource.field(name) for name in names_in(computed, resource)]
    kinds = set()
    for row, value in islice(_worked_out(blueprint, resource, computed, parts), MOST_ROWS):
        kind = value if field.kind == "bool" else value is None
        if kind not in kinds:
            kinds.add(kind)
            pairs = pairs_of(blueprint, resource, row, parts)
            yield ComputedTest(field.name, pairs, row_text(value))


def _worked_out(
    blueprint: Blueprint, resource: Resource, computed: Expression, parts: list[Field]
) -> Iterator[tuple[dict[str, Any], Any]]:
    """Rows, the plainest first, and what is worked out of each; none that leaves the calendar."""
    tree = bind(computed, resource)
    for values in product(*(candidates(field, blueprint) for field in parts)):
        row = dict(zip((field.name for field in parts), values, strict=True))
        try:
            yield row, evaluate(tree, row, NOW, SOME_ID)
        except OverflowError:
            continue
