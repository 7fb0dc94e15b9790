import json
from collections import Counter
from itertools import islice

import pytest

from backstay.prove.load.supplies import Supplies
from tests.prove.load.people import crowd_of, operation_of, world_of
from tests.prove.shelf import TEXT, shelf, stock_of


@pytest.fixture
def supplied():
    blueprint = shelf()
    stock = stock_of(blueprint)
    supplies = Supplies(world_of(blueprint), stock, crowd_of(stock))

    def take(name, amount=40):
        return list(islice(supplies.shots(operation_of(blueprint, name)), amount))

    return take


def test_creations_never_collide(supplied):
    shots = supplied("create_book")
    bodies = [json.loads(shot.body) for shot in shots]
    assert len({body["isbn"] for body in bodies}) == 40
    assert {shot.path for shot in shots} == {"/api/v1/books"}
    assert "owner_id" not in bodies[0]


def test_whoever_has_all_that_they_may_have_is_left_out(supplied):
    shots = supplied("create_loan", 500)
    assert 0 < len(shots) < 500
    pairs = Counter((shot.caller.person.id, shot.path) for shot in shots)
    assert max(pairs.values()) == 1


def test_accounts_are_created_with_a_password(supplied):
    (shot,) = supplied("create_user", 1)
    assert json.loads(shot.body)["password"]
    assert shot.caller.person.role == "admin"


def test_lists_are_asked_in_every_way(supplied):
    paths = [shot.path for shot in supplied("list_books")]
    assert "/api/v1/books" in paths
    assert any("sort=-title" in path for path in paths)
    assert all("/loans" in shot.path for shot in supplied("list_loans"))


def test_reads_go_round(supplied):
    assert len(supplied("get_book", 500)) == 500


def test_changes_meet_each_row_once_and_no_other_operation_there(supplied):
    rows = {
        name: [shot.path for shot in supplied(name, 500)]
        for name in ("replace_loan", "update_loan")
    }
    closed = [shot.path.removesuffix("/close") for shot in supplied("close_loan", 500)]
    every = [*rows["replace_loan"], *rows["update_loan"], *closed]
    assert closed
    assert len(every) == len(set(every))


def test_locked_rows_are_changed_under_their_version(supplied):
    assert all(shot.row for shot in supplied("update_book"))
    assert not any(shot.row for shot in supplied("update_loan"))
    (shot,) = supplied("replace_book", 1)
    assert {"title", "isbn", "pages", "kind"} <= set(json.loads(shot.body))
    assert not {"owner_id", "id", "created_at"} & set(json.loads(shot.body))


def test_a_reference_names_a_row_that_its_sender_reads():
    text = TEXT.replace(
        "ended: datetime, optional", "ended: datetime, optional\n      other: Book\n      by: User"
    )
    blueprint = shelf(text)
    stock = stock_of(blueprint)
    supplies = Supplies(world_of(blueprint), stock, crowd_of(stock))
    shots = list(islice(supplies.shots(operation_of(blueprint, "create_loan")), 10))
    books = {str(row["id"]): row for row in stock.of("Book")}
    assert shots
    for shot in shots:
        body = json.loads(shot.body)
        assert body["by_id"] == shot.caller.person.id
        book = books[body["other_id"]]
        assert supplies.reach.may(blueprint.resource("Book"), "read", shot.caller, book)


def test_where_nothing_can_be_referred_to_nothing_is_created():
    text = TEXT.replace("ended: datetime, optional", "ended: datetime, optional\n      other: Book")
    blueprint = shelf(text)
    stock = stock_of(blueprint)
    readers = [one for one in crowd_of(stock) if one.person.role == "reader"]
    supplies = Supplies(world_of(blueprint), stock, readers)
    stranger = stock.of("User")[39]["id"]
    stock.rows["Book"] = [{**row, "owner_id": stranger} for row in stock.of("Book")]
    assert not list(islice(supplies.shots(operation_of(blueprint, "create_loan")), 10))
