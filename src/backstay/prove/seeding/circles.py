"""Circles: references to what was seeded later are filled in afterwards, for some of the rows."""

from collections.abc import Iterator
from random import Random
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.samples.rows import all_hold, checks_of
from backstay.prove.seeding.stock import Stock, values_in
from backstay.prove.subject.database import Database

SOME = 200
"""Rows of each reference; every one costs a statement."""


async def closed(blueprint: Blueprint, database: Database, stock: Stock, chance: Random) -> None:
    """Fill every second of the first rows, where rules and uniqueness let it be."""
    for resource, field in _open(blueprint, stock):
        targets = stock.of(field.target)
        rows: list[Any] = list(stock.rows[resource.name])
        for place in range(0, min(SOME, len(rows)) if targets else 0, 2):
            value = chance.choice(targets)["id"]
            before = values_in(resource, rows[place])
            after = before | {field.name: value}
            held = all_hold(after, checks_of(resource))
            if held and stock.uniques[resource.name].move(before, after):
                await database.change(resource, str(rows[place]["id"]), {field.wire: value})
                rows[place] = {**rows[place], field.wire: value}
        stock.rows[resource.name] = rows


def _open(blueprint: Blueprint, stock: Stock) -> Iterator[tuple[Resource, Field]]:
    """References that no row fills: they came before what they refer to."""
    for resource in blueprint.resources:
        for field in resource.fields:
            if field.kind == "ref" and field.target != resource.name:
                rows = stock.of(resource.name)
                if rows and all(row[field.wire] is None for row in rows):
                    yield resource, field
