from backstay.prove.seeding.amounts import ACCOUNTS, ROWS, amounts_of, ordered
from tests.prove.shelf import shelf

CIRCLE = """
backstay: 1
service: circle
resources:
  A:
    fields: {b: "B, optional"}
  B:
    fields: {a: "A, optional", c: C}
  C:
    fields: {name: text}
"""


def test_what_is_referred_to_comes_first():
    assert [one.name for one in ordered(shelf())] == ["User", "Book", "Loan"]
    names = [one.name for one in ordered(shelf(CIRCLE))]
    assert names.index("C") < names.index("B")
    assert len(names) == 4


def test_the_contract_says_how_many():
    assert amounts_of(shelf()) == {"User": 40, "Book": 60, "Loan": 200}
    assert amounts_of(shelf(), 10) == {"User": 10, "Book": 10, "Loan": 10}


def test_it_says_enough_by_saying_nothing():
    amounts = amounts_of(shelf(CIRCLE))
    assert amounts.pop("User") == ACCOUNTS
    assert set(amounts.values()) == {ROWS}
