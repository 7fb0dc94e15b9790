from collections import Counter

from backstay.blueprint.samples.rows import all_hold, checks_of
from tests.prove.shelf import TEXT, shelf, stock_of


def test_as_many_as_are_asked_for():
    stock = stock_of(shelf())
    assert {name: len(rows) for name, rows in stock.rows.items()} == {
        "User": 40,
        "Book": 60,
        "Loan": 200,
    }


def test_the_same_each_time():
    assert stock_of(shelf()).rows == stock_of(shelf()).rows


def test_every_rule_and_reference_is_kept():
    blueprint = shelf()
    stock = stock_of(blueprint)
    loan = blueprint.resource("Loan")
    names = {one.wire: one.name for one in loan.fields}
    users = {row["id"] for row in stock.of("User")}
    books = {row["id"] for row in stock.of("Book")}
    for row in stock.of("Loan"):
        assert all_hold({names.get(key, key): row[key] for key in row}, checks_of(loan))
        assert row["user_id"] in users
        assert row["book_id"] in books


def test_uniqueness_is_kept_and_actions_have_rows():
    stock = stock_of(shelf())
    open_loans = Counter(row["user_id"] for row in stock.of("Loan") if row["ended"] is None)
    assert open_loans
    assert max(open_loans.values()) == 1
    pairs = Counter((row["user_id"], row["book_id"]) for row in stock.of("Loan"))
    assert max(pairs.values()) == 1
    assert len({row["isbn"] for row in stock.of("Book")}) == 60


def test_some_have_no_open_row_so_that_they_can_create_one():
    stock = stock_of(shelf())
    places = stock.places("User")
    assert all(places[row["user_id"]] % 4 < 2 for row in stock.of("Loan") if row["ended"] is None)


def test_accounts_can_sign_in():
    rows = stock_of(shelf()).of("User")
    assert {row["role"] for row in rows} == {"admin", "reader"}
    assert all(row["password_hash"] == "hash" and row["is_active"] for row in rows)
    assert [row["email"] for row in rows][:2] == ["seed1@example.org", "seed2@example.org"]


def test_children_mostly_belong_to_their_parents_owner():
    stock = stock_of(shelf())
    same = [
        row["user_id"] == stock.find("Book", row["book_id"])["owner_id"] for row in stock.of("Loan")
    ]
    # rated_once lets an owner have one loan of a book only, so the others go round
    assert sum(same) > 30


def test_fewer_where_there_is_no_room_for_more():
    blueprint = shelf(TEXT.replace("60 Book", "1 Book").replace("40 User", "3 User"))
    assert len(stock_of(blueprint).of("Loan")) <= 3


def test_ids_and_times_as_the_contract_has_them():
    plain = shelf(
        TEXT.replace("defaults:", "defaults:\n  id: uuid4\n  timestamps: false")
        .replace(", created_at]", "]")
        .replace("-created_at, title", "title")
    )
    row = stock_of(plain).of("Book")[0]
    assert row["id"].version == 4
    assert "created_at" not in row
    assert stock_of(shelf()).of("Book")[0]["id"].version == 7
