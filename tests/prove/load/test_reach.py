from itertools import islice
from uuid import UUID

from backstay.prove.load.reach import Reach
from tests.prove.load.people import crowd_of
from tests.prove.shelf import TEXT, shelf, stock_of

BLUEPRINT = shelf()
STOCK = stock_of(BLUEPRINT)
CROWD = crowd_of(STOCK)
REACH = Reach(BLUEPRINT, STOCK, CROWD)
BOOK, LOAN, USER = (BLUEPRINT.resource(name) for name in ("Book", "Loan", "User"))


def test_pairs_are_allowed_and_mostly_owners():
    own = [row for row in STOCK.of("Book") if REACH.known(BOOK, row)]
    pairs = list(REACH.pairs(BOOK, "update", own))
    assert len(pairs) == len(own)
    assert all(REACH.may(BOOK, "update", caller, row) for caller, row in pairs)
    owned = [caller.person.id == str(row["owner_id"]) for caller, row in pairs]
    assert 0.5 < sum(owned) / len(owned) < 1


def test_a_strangers_row_is_for_admins():
    strange = [row for row in STOCK.of("Book") if not REACH.known(BOOK, row)]
    pairs = list(REACH.pairs(BOOK, "read", strange))
    assert {caller.person.role for caller, _ in pairs} == {"admin"}
    readers = [caller for caller in CROWD if caller.person.role == "reader"]
    assert not list(Reach(BLUEPRINT, STOCK, readers).pairs(BOOK, "read", strange))


def test_a_nested_row_needs_its_parent_too():
    reader = next(caller for caller in CROWD if caller.person.role == "reader")
    own = UUID(reader.person.id)
    lent = next(row for row in STOCK.of("Loan") if row["user_id"] == own)
    parent = STOCK.find("Book", lent["book_id"])
    assert REACH.may(LOAN, "read", reader, lent) == (parent["owner_id"] == own)


def test_an_account_reaches_itself():
    reader = next(caller for caller in CROWD if caller.person.role == "reader")
    row = STOCK.find("User", UUID(reader.person.id))
    other = next(row for row in STOCK.of("User") if str(row["id"]) != reader.person.id)
    assert REACH.may(USER, "update", reader, row)
    assert not REACH.may(USER, "update", reader, other)
    assert not REACH.may(USER, "delete", reader, row)


def test_creators_have_a_place_to_create_in():
    found = list(islice(REACH.creators(BOOK), 30))
    assert {parent for _, parent in found} == {None}
    nested = list(islice(REACH.creators(LOAN), 30))
    assert all(parent and REACH.may(BOOK, "read", caller, parent) for caller, parent in nested)
    nobody = shelf(
        TEXT.replace('owner: "create, read', 'owner: "read').replace(
            "{admin: all, owner", "{admin: read, owner"
        )
    )
    assert not list(Reach(nobody, STOCK, CROWD).creators(nobody.resource("Book")))


def test_somebody_may_do_it_to_all_or_nobody():
    who = REACH.over_all(LOAN, "delete")
    assert who is not None
    assert who.person.role == "admin"
    readers = [caller for caller in CROWD if caller.person.role == "reader"]
    assert Reach(BLUEPRINT, STOCK, readers).over_all(LOAN, "delete") is None


def test_whoever_a_row_names_is_asked_too():
    both = shelf(
        TEXT.replace("user: User = caller, fixed", "user: User\n      by: User = caller, fixed")
        .replace('user: "create', 'by: "create')
        .replace("{admin: all, owner:", "{admin: all, reader: read, owner:")
    )
    stock = stock_of(both)
    reach, loan = Reach(both, stock, crowd_of(stock, 40)), both.resource("Loan")
    row = next(one for one in stock.of("Loan") if one["user_id"] != one["by_id"])
    who = [UUID(one.person.id) for one in reach.callers(loan, "update", row, 1)]
    assert row["by_id"] in who


def test_paths_are_filled_from_the_outside():
    row = STOCK.of("Loan")[0]
    assert REACH.parameters(LOAN, row) == {
        "book_id": str(row["book_id"]),
        "loan_id": str(row["id"]),
    }
    assert REACH.parent(BOOK, STOCK.of("Book")[0]) is None
