from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from random import Random
from typing import Any

import pytest

from backstay.prove.load.creations import Creations
from backstay.prove.load.reach import Reach
from backstay.prove.world.bodies import NoRowError
from tests.prove.load.people import crowd_of
from tests.prove.shelf import TEXT, shelf, stock_of

PLAIN = (
    TEXT.replace("      one_open: unique user when ended is null\n", "")
    .replace("      rated_once: unique user, book\n", "")
    .replace("ended: datetime, optional", "ended: datetime")
    .replace("    actions:\n      close: set ended = now when ended is null, else 409\n", "")
    .replace(', close: "p50 20ms, p95 90ms"', "")
)
"""Loans that are over when they are made."""


def bodies(text: str, name: str, amount: int = 30) -> Iterator[dict[str, Any]]:
    """Bodies of one resource, by everybody in turn."""
    blueprint = shelf(text)
    stock = stock_of(blueprint)
    reach = Reach(blueprint, stock, crowd_of(stock))
    resource = blueprint.resource(name)
    made = Creations(blueprint, resource, stock, reach, Random(1))
    for caller, parent in islice(reach.creators(resource), amount):
        yield made.body(caller, parent)


def test_times_move_together_where_a_rule_holds_them_together():
    text = PLAIN.replace(
        "ends_later: ended is null or ended > began",
        "an_hour: ended = began + 3600\n      once: unique began",
    )
    found = list(bodies(text, "Loan"))
    began = [datetime.fromisoformat(one["began"]) for one in found]
    assert len(set(began)) == len(found) > 5
    for one, at in zip(found, began, strict=True):
        assert datetime.fromisoformat(one["ended"]) == at + timedelta(hours=1)


def test_a_reference_that_a_rule_asks_for_is_named():
    text = PLAIN.replace(
        "ended: datetime\n", "ended: datetime\n      spare: Book, optional\n"
    ).replace("ends_later: ended is null or ended > began", "spare_there: spare is not null")
    assert all(one["spare_id"] for one in bodies(text, "Loan", 5))


def test_where_no_body_is_left_it_is_said():
    text = TEXT.replace("isbn: text 10..13, unique", "isbn: int 1..60, unique")
    with pytest.raises(NoRowError, match="no new Book was found that keeps every rule"):
        list(bodies(text, "Book"))
