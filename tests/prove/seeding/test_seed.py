from types import SimpleNamespace
from typing import Any

from backstay.prove.seeding.scene import stocked
from backstay.prove.seeding.seed import seeded
from tests.prove.shelf import shelf


class Notebook:
    """A database that only writes down what it is told."""

    def __init__(self) -> None:
        self.inserted: dict[str, Any] = {}
        self.executed: list[str] = []

    async def insert(self, blueprint, resource, rows):
        self.inserted[resource.name] = list(rows)

    async def execute(self, sql):
        self.executed.append(sql)
        return 0

    async def fetch(self, sql):
        assert "password_hash" in sql
        return [("the hash",)]


async def test_everything_is_stored_and_looked_at():
    database: Any = Notebook()
    stock = await seeded(shelf(), database, "hash", 10)
    assert database.inserted == stock.rows
    assert list(database.inserted) == ["User", "Book", "Loan"]
    assert database.executed == ["ANALYZE"]


async def test_accounts_share_the_password_of_who_signed_up():
    database: Any = Notebook()
    world: Any = SimpleNamespace(blueprint=shelf(), database=database)
    stock = await stocked(world)
    assert {row["password_hash"] for row in stock.of("User")} == {"the hash"}
