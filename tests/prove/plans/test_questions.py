from collections import Counter
from dataclasses import replace
from datetime import date

from backstay.prove.plans.questions import Question, fullest, paths_of, questions
from tests.prove.shelf import TEXT, shelf, stock_of


def test_every_way_in_which_rows_are_found():
    blueprint = shelf()
    row = stock_of(blueprint).of("Book")[0]
    found = dict(questions(blueprint.resource("Book"), [row]))
    kinds = {(one.kind, one.word) for one in found}
    assert {("get", ""), ("default", ""), ("limit 1", ""), ("limit 100", "")} <= kinds
    assert {("filter", word) for word in ("kind", "pages", "owner", "created_at")} <= kinds
    assert {("sort", "-title"), ("sort", "title"), ("expand 100", "owner")} <= kinds
    assert found[Question("Book", "filter", "kind")] == {"kind": row["kind"]}
    assert Question("Book", "get").operation == "get"
    assert Question("Book", "sort", "title").operation == "list"


def test_a_filter_has_the_value_of_a_row_that_has_one():
    text = TEXT.replace("filter: [kind,", "filter: [printed, kind,")
    blueprint = shelf(text)
    without = dict(stock_of(blueprint).of("Book")[0]) | {"printed": None}
    dated = without | {"printed": date(2026, 2, 3)}
    book, printed = blueprint.resource("Book"), Question("Book", "filter", "printed")
    assert dict(questions(book, [without, dated]))[printed] == {"printed": "2026-02-03"}
    assert printed not in dict(questions(book, [without]))


def test_a_page_of_one_row_is_asked_for_once():
    book = shelf(TEXT.replace("lock: etag", "lock: etag\n    cache: 5s")).resource("Book")
    narrow = replace(book, listing=replace(book.listing, page=replace(book.listing.page, max=1)))
    asked = [one for one, _ in questions(narrow, [])]
    assert len(asked) == len(set(asked))


def test_the_list_that_holds_the_most_comes_first():
    blueprint = shelf()
    stock = stock_of(blueprint)
    loans = fullest(blueprint.resource("Loan"), stock)
    held = Counter(row["book_id"] for row in loans)
    assert [row["book_id"] for row in loans[: max(held.values())]] == [loans[0]["book_id"]] * max(
        held.values()
    )
    assert len(loans) == len(stock.of("Loan"))
    assert fullest(blueprint.resource("Book"), stock) == stock.of("Book")


def test_paths_name_the_row_and_its_parents():
    blueprint = shelf()
    stock = stock_of(blueprint)
    row = stock.of("Loan")[0]
    book = f"/api/v1/books/{row['book_id']}"
    assert paths_of(blueprint, blueprint.resource("Loan"), row, stock) == {
        "list": f"{book}/loans",
        "get": f"{book}/loans/{row['id']}",
    }
