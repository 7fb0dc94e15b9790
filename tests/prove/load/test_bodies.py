from typing import Any
from uuid import UUID

import pytest

from backstay.prove.load.bodies import Bodies
from backstay.prove.load.reach import Reach
from backstay.prove.world.bodies import NoRowError
from tests.prove.load.people import crowd_of
from tests.prove.shelf import TEXT, shelf, stock_of


def scene(text: str, name: str) -> tuple[Bodies, Any, Reach, Any]:
    blueprint = shelf(text)
    stock = stock_of(blueprint)
    reach = Reach(blueprint, stock, crowd_of(stock))
    return Bodies(blueprint, blueprint.resource(name), stock, reach), stock, reach, blueprint


def test_a_change_collides_with_no_row():
    text = TEXT.replace("      title: text 1..80, search\n", "").replace(", title]", ", pages]")
    text = text.replace("isbn: text 10..13, unique", "isbn: text 1..2, unique")
    changes, stock, reach, blueprint = scene(text, "Book")
    taken = {row["isbn"] for row in stock.of("Book")}
    pairs = list(reach.pairs(blueprint.resource("Book"), "update", stock.of("Book")))
    made = [changes.change(caller, row) for caller, row in pairs]
    renamed = [body["isbn"] for body in made if "isbn" in body]
    assert len(renamed) == len(set(renamed))
    assert not taken & set(renamed)


def test_who_signs_in_again_keeps_what_they_sign_in_by():
    text = TEXT.replace("      name: text 1..80, pii\n", "")
    changes, stock, reach, _ = scene(text, "User")
    crowd = crowd_of(stock)
    assert 0 < len(reach.steady()) < len(crowd)
    for caller in crowd:
        row = stock.find("User", UUID(caller.person.id))
        if reach.is_steady(row["id"]):
            with pytest.raises(NoRowError, match="can change no field of a User"):
                changes.change(caller, row)
        else:
            assert "email" in changes.change(caller, row)


def test_a_reference_that_they_do_not_read_is_left_out_or_bars_the_way():
    more = "user: User = caller, fixed\n      spare: Book, optional"
    text = TEXT.replace("user: User = caller, fixed", more)
    changes, stock, reach, blueprint = scene(text, "Loan")
    loan, book = blueprint.resource("Loan"), blueprint.resource("Book")
    pairs = [
        (caller, row)
        for caller, row in reach.pairs(loan, "update", stock.of("Loan"))
        if not reach.may(book, "read", caller, stock.find("Book", row["spare_id"]))
    ]
    assert pairs
    assert all(changes.replace(caller, row)["spare_id"] is None for caller, row in pairs)
    needed, *_ = scene(text.replace("spare: Book, optional", "spare: Book"), "Loan")
    needed._stock, needed._reach = stock, reach
    with pytest.raises(NoRowError, match="a reader does not read the Book of the row"):
        needed.replace(*pairs[0])
