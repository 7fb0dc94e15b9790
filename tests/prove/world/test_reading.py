"""Reading: a row's JSON, and its columns on either database, as the same Python values."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from backstay.prove.world.reading import stored_values, values_of
from tests.prove.shelf import shelf

SHELF = shelf()
BOOK, USER = SHELF.resource("Book"), SHELF.login
KEY = UUID("0198c0de-0000-7000-8000-000000000001")


def test_answers_are_read_and_what_was_not_answered_is_left_out():
    data = {"price": "1.50", "printed": "2024-01-02", "owner_id": str(KEY), "mark": None}
    assert values_of(BOOK, data) == {
        "price": Decimal("1.50"),
        "printed": date(2024, 1, 2),
        "owner": KEY,
        "mark": None,
    }


@pytest.mark.parametrize(
    ("price", "printed", "owner"),
    [(150, "2024-01-02", KEY.hex), (Decimal("1.50"), date(2024, 1, 2), KEY)],
    ids=["sqlite", "postgresql"],
)
def test_columns_of_both_databases_come_to_the_same(price, printed, owner):
    columns = dict.fromkeys(field.wire for field in BOOK.fields)
    found = stored_values(
        BOOK, {**columns, "price": price, "printed": printed, "owner_id": owner, "pages": 3}
    )
    assert (found["price"], found["printed"]) == (Decimal("1.50"), date(2024, 1, 2))
    assert (found["owner"], found["pages"], found["mark"]) == (KEY, 3, None)


def test_times_and_truths_of_sqlite():
    loan = SHELF.resource("Loan")
    columns = dict.fromkeys(field.wire for field in loan.fields)
    found = stored_values(loan, {**columns, "began": "2024-01-02 03:00:00.000000+00:00"})
    assert found["began"] == datetime(2024, 1, 2, 3, tzinfo=UTC)
    user = dict.fromkeys(field.wire for field in USER.fields)
    assert stored_values(USER, {**user, "is_active": 0})["is_active"] is False
