"""Seed: fills a database with rows that the contract allows, past the service."""

from random import Random

from backstay.blueprint.contract import Blueprint
from backstay.prove.seeding.amounts import amounts_of
from backstay.prove.seeding.circles import closed
from backstay.prove.seeding.rows import RowMaker
from backstay.prove.seeding.stock import Stock
from backstay.prove.subject.database import Database

SEED = 20_261_120
"""The same contract gives the same rows, so that plans and figures can be compared."""


async def seeded(
    blueprint: Blueprint, database: Database, password_hash: str, most: int | None = None
) -> Stock:
    """Store the rows that `prove.data` asks for, and have the database look at them.

    Args: blueprint; database, at the newest migration; password_hash, of every account; most, an
    upper bound for each resource.
    """
    stock, chance = Stock(), Random(SEED)  # noqa: S311 spread, not secrecy
    for name, amount in amounts_of(blueprint, most).items():
        resource = blueprint.resource(name)
        maker = RowMaker(blueprint, resource, stock, chance, password_hash)
        stock.rows[name] = maker.rows(amount)
        await database.insert(blueprint, resource, stock.rows[name])
    await closed(blueprint, database, stock, chance)
    await database.execute("ANALYZE")
    return stock
