from uuid import uuid4

from backstay.prove.seeding.stock import Stock, values_in
from tests.prove.shelf import shelf, stock_of


def test_rows_are_found_by_id_as_they_come():
    stock = Stock()
    first, second = {"id": uuid4()}, {"id": uuid4()}
    stock.rows["Book"] = [first]
    assert stock.find("Book", first["id"]) is first
    stock.rows["Book"].append(second)
    assert stock.find("Book", second["id"]) is second
    assert stock.places("Book")[second["id"]] == 1
    assert stock.of("Nothing") == ()


def test_what_is_referred_to_is_known():
    blueprint, stock = shelf(), stock_of(shelf())
    lent = {row["book_id"] for row in stock.of("Loan")}
    assert stock.referred_to(blueprint, blueprint.resource("Book")) == lent
    assert not stock.referred_to(blueprint, blueprint.resource("Loan"))


def test_values_go_by_their_names_in_the_contract():
    row = stock_of(shelf()).of("Loan")[0]
    found = values_in(shelf().resource("Loan"), row)
    assert (found["user"], found["book"]) == (row["user_id"], row["book_id"])
    assert not {"id", "user_id", "row_version"} & set(found)


def test_an_account_owns_itself_and_a_row_belongs_to_whom_it_names():
    blueprint, stock, who = shelf(), Stock(), uuid4()
    assert stock.owner(blueprint, blueprint.resource("User"), {"id": who}) == who
    assert stock.owner(blueprint, blueprint.resource("Book"), {"owner_id": who}) == who
    assert stock.owner(blueprint, blueprint.resource("Book"), {"owner_id": None}) is None
