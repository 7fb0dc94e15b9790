from uuid import UUID

from backstay.blueprint import Blueprint
from backstay.prove.load.portions import Portions
from backstay.prove.load.reach import Reach
from backstay.prove.seeding.stock import Stock
from tests.prove.load.people import crowd_of, operation_of
from tests.prove.shelf import TEXT, shelf, stock_of

CLOSE = "      close: set ended = now when ended is null, else 409\n"
PRAISE = "      praise: set rating = 5 when ended is not null and user = caller, else 409\n"


def portions(blueprint: Blueprint, name: str) -> tuple[Portions, Stock, Reach]:
    stock = stock_of(blueprint)
    reach = Reach(blueprint, stock, crowd_of(stock))
    resource = blueprint.resource(name)
    return Portions(blueprint, resource, stock, reach, stock.of(name)), stock, reach


def test_each_row_is_met_by_one_operation():
    blueprint = shelf()
    found, _, _ = portions(blueprint, "Loan")
    verbs = ("replace", "update", "close")
    operations = [operation_of(blueprint, f"{verb}_loan") for verb in verbs]
    ids = [row["id"] for operation in operations for _, row in found.of(operation)]
    assert len(ids) == len(set(ids))
    assert all(found.of(operation) for operation in operations)
    assert not found.of(operation_of(blueprint, "get_loan"))
    assert not found.leaving


def test_actions_have_rows_on_which_they_may_be_taken_by_who_takes_them():
    blueprint = shelf(TEXT.replace(CLOSE, CLOSE + PRAISE))
    found, _, reach = portions(blueprint, "Loan")
    closed = found.of(operation_of(blueprint, "close_loan"))
    praised = found.of(operation_of(blueprint, "praise_loan"))
    assert closed
    assert praised
    assert all(row["ended"] is None for _, row in closed)
    for caller, row in praised:
        assert row["ended"] is not None
        assert row["user_id"] == UUID(caller.person.id)
        assert reach.may(blueprint.resource("Loan"), "praise", caller, row)


def test_no_two_rows_come_to_the_same_value_by_an_action():
    text = TEXT.replace("set ended = now when", "set ended = now, rating = 5 when").replace(
        "rated_once: unique user, book", "rated_once: unique rating when ended is not null"
    )
    blueprint = shelf(text)
    found, stock, _ = portions(blueprint, "Loan")
    closed = found.of(operation_of(blueprint, "close_loan"))
    fives = [row for row in stock.of("Loan") if row["ended"] is not None and row["rating"] == 5]
    assert len(closed) + len(fives) == 1


def test_where_nobody_makes_rows_those_that_none_refers_to_are_deleted():
    text = TEXT.replace(
        '{admin: all, owner: "create, read, update, delete"}',
        '{admin: "read, update, delete", owner: read}',
    )
    blueprint = shelf(text.replace("200 Loan", "20 Loan"))
    found, stock, _ = portions(blueprint, "Book")
    spare = [row["id"] for _, row in found.of(operation_of(blueprint, "delete_book"))]
    assert spare
    assert set(spare) == found.leaving
    assert not set(spare) & {row["book_id"] for row in stock.of("Loan")}


def test_an_account_that_signs_in_stays_as_it_is():
    text = TEXT.replace(
        '    access: {admin: all, self: "read, update"}',
        '    actions: {leave: "set is_active = false when is_active, else 409"}\n'
        '    access: {admin: "read, leave, delete", self: "read, update"}',
    )
    blueprint = shelf(text)
    found, stock, reach = portions(blueprint, "User")
    left = [row for _, row in found.of(operation_of(blueprint, "leave_user"))]
    assert left
    assert not any(reach.known(blueprint.resource("User"), row) for row in left)
    assert not found.leaving & {row["id"] for row in stock.of("User")[:20]}


def test_where_everybody_leaves_for_themselves_who_signs_in_again_stays():
    text = TEXT.replace(
        '    access: {admin: all, self: "read, update"}',
        '    actions: {leave: "set is_active = false when is_active, else 409"}\n'
        '    access: {admin: read, self: "read, leave"}',
    )
    blueprint = shelf(text)
    found, _, reach = portions(blueprint, "User")
    left = [row for _, row in found.of(operation_of(blueprint, "leave_user"))]
    assert left
    assert not any(reach.is_steady(row["id"]) for row in left)
