from uuid import uuid4

from backstay.prove.seeding.stock import Stock
from tests.prove.shelf import shelf


def test_rows_are_found_by_id_as_they_come():
    stock = Stock()
    first, second = {"id": uuid4()}, {"id": uuid4()}
    stock.rows["Book"] = [first]
    assert stock.find("Book", first["id"]) is first
    stock.rows["Book"].append(second)
    assert stock.find("Book", second["id"]) is second
    assert stock.places("Book")[second["id"]] == 1
    assert stock.of("Nothing") == ()


def test_an_account_owns_itself_and_a_row_belongs_to_whom_it_names():
    blueprint, stock, who = shelf(), Stock(), uuid4()
    assert stock.owner(blueprint, blueprint.resource("User"), {"id": who}) == who
    assert stock.owner(blueprint, blueprint.resource("Book"), {"owner_id": who}) == who
    assert stock.owner(blueprint, blueprint.resource("Book"), {"owner_id": None}) is None
