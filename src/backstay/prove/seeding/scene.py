"""The seeded scene of a running subject: rows of `prove.data`, whose accounts can sign in."""

from backstay.prove.seeding.seed import seeded
from backstay.prove.seeding.stock import Stock
from backstay.prove.subject.database import quoted
from backstay.prove.world.world import World


async def stocked(world: World) -> Stock:
    """Seed the subject's database; every account has the password of those who signed up."""
    table = quoted(world.blueprint.login.plural)
    found = await world.database.fetch(f"SELECT password_hash FROM {table} LIMIT 1")  # noqa: S608 a word of the contract
    return await seeded(world.blueprint, world.database, str(found[0][0]))
