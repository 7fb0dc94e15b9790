"""Changes: bodies that change what a role may change, and those that change nothing."""

from typing import Any

import pytest

from backstay.prove.world.bodies import NoRowError, good_values, sendable
from backstay.prove.world.changes import change_of, changeable, changes_of, same_again, whole_of
from backstay.prove.world.row import Row
from tests.prove.shelf import TEXT, shelf

SHELF = shelf()
USER = SHELF.login
KEY = "0198c0de-0000-7000-8000-000000000001"
BOOK: dict[str, Any] = {
    "id": KEY,
    "title": "one",
    "isbn": "0000000001",
    "pages": 3,
    "price": "1.00",
    "kind": "novel",
    "printed": None,
    "link": None,
    "extra": {"a": 1},
    "mark": None,
    "weight": 60,
    "owner_id": KEY,
}
LOAN = {
    "id": KEY,
    "book_id": KEY,
    "user_id": KEY,
    "began": "2026-01-01T00:00:00Z",
    "ended": None,
    "rating": None,
}


def row(data: dict[str, Any], resource: str = "Book") -> Row:
    return Row(SHELF.resource(resource), data, "", {})


def test_one_field_is_changed_text_first_and_each_number_gives_another():
    first = change_of(SHELF, row(BOOK), "reader", 1)
    assert set(first) == {"title"}
    assert first["title"] != "one"
    assert change_of(SHELF, row(BOOK), "reader", 2) != first
    bodies = list(changes_of(SHELF, row(BOOK), "reader"))
    assert all(len(body) == 1 for body in bodies)
    changed = [name for body in bodies for name in body]
    assert {"pages", "kind", "price"} <= set(changed)
    assert not {"owner_id", "extra"} & set(changed)


def test_rules_are_kept():
    for body in changes_of(SHELF, row(LOAN, "Loan"), "reader"):
        assert body.get("ended") is None or body["ended"] > LOAN["began"]


def test_a_role_that_may_change_nothing_is_told_so():
    data = {"role": "reader", "is_active": True}
    for role in SHELF.roles:  # what others than its owner write is no change by itself
        with pytest.raises(NoRowError, match=f"{role} can change no field of a User"):
            change_of(SHELF, row(data, "User"), role)


def test_what_a_role_may_send_again():
    assert not changeable(USER.field("role"), "reader")
    assert changeable(USER.field("name"), "reader")
    assert not changeable(SHELF.resource("Loan").field("user"), "admin")
    whole = whole_of(row(BOOK), "reader")
    assert (whole["title"], whole["extra"]) == ("one", {"a": 1})
    assert "owner_id" not in whole
    assert set(whole_of(row(LOAN, "Loan"), "reader")) == {"began", "ended", "rating"}
    same = same_again(row(BOOK), "reader")
    assert same["title"] == "one"
    assert not {"owner_id", "extra", "printed"} & set(same)


def test_a_new_row_keeps_the_rules_and_leaves_what_the_role_may_not_write():
    values = good_values(SHELF, USER, "reader")
    assert "role" not in values
    assert {"email", "name"} <= set(values)
    loan = good_values(SHELF, SHELF.resource("Loan"), "reader")
    assert loan["ended"] is not None, "open loans are unique, so a closed one comes first"
    assert not {"book", "user"} & set(loan)
    assert not sendable(SHELF.resource("Loan").field("book"), SHELF.resource("Loan"), "admin")


def test_unique_fields_differ_each_time():
    book = SHELF.resource("Book")
    assert good_values(SHELF, book, "reader")["isbn"] != good_values(SHELF, book, "reader")["isbn"]


def test_where_every_row_is_unique_the_first_is_taken():
    text = TEXT.replace("when ended is null\n", "when ended is null or ended is not null\n", 1)
    contract = shelf(text)
    assert "began" in good_values(contract, contract.resource("Loan"), "reader")
