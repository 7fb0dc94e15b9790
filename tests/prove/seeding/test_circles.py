from random import Random
from typing import Any
from uuid import UUID

from backstay.prove.seeding.circles import SOME, closed
from tests.prove.shelf import TEXT, shelf, stock_of

ROUND = TEXT.replace("owner: User = caller", "owner: User = caller\n      last: Loan, optional")


class Notebook:
    """A database that writes down which rows are changed."""

    def __init__(self) -> None:
        self.changed: dict[UUID, Any] = {}

    async def change(self, resource, row_id, values):
        self.changed[UUID(row_id)] = values


async def fill(text: str, *without: str) -> tuple[Notebook, Any]:
    blueprint, notebook = shelf(text), Notebook()
    stock, database = stock_of(blueprint), notebook
    stock.rows |= {name: [] for name in without}
    anything: Any = database
    await closed(blueprint, anything, stock, Random(1))
    return notebook, stock


async def test_a_reference_to_what_came_later_is_filled_for_every_second_row():
    notebook, stock = await fill(ROUND)
    loans = {row["id"] for row in stock.of("Loan")}
    named = {row["id"]: row["last_id"] for row in stock.of("Book") if row["last_id"] is not None}
    assert len(named) == min(SOME, 60) / 2
    assert set(named.values()) <= loans
    assert notebook.changed == {row: {"last_id": loan} for row, loan in named.items()}


async def test_what_a_rule_or_a_uniqueness_forbids_stays_empty():
    rule = "\n    rules: {none: last is null}\n    lock: etag"
    notebook, _ = await fill(ROUND.replace("\n    lock: etag", rule))
    assert not notebook.changed
    once = ROUND.replace(
        "\n    lock: etag", "\n    rules: {once: unique last}\n    lock: etag"
    ).replace("200 Loan", "5 Loan")
    notebook, _ = await fill(once)
    assert 0 < len(notebook.changed) <= 5


async def test_what_is_filled_already_or_has_nothing_to_name_is_left():
    notebook, _ = await fill(TEXT)
    assert not notebook.changed
    notebook, _ = await fill(ROUND, "Loan")
    assert not notebook.changed
