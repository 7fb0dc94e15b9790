from backstay.prove.plans.questions import Question, paths_of, questions
from tests.prove.shelf import TEXT, shelf, stock_of


def test_every_way_in_which_rows_are_found():
    blueprint = shelf()
    row = stock_of(blueprint).of("Book")[0]
    found = dict(questions(blueprint.resource("Book"), row))
    kinds = {(one.kind, one.word) for one in found}
    assert {("get", ""), ("default", ""), ("limit 1", ""), ("limit 100", "")} <= kinds
    assert {("filter", word) for word in ("kind", "pages", "owner", "created_at")} <= kinds
    assert {("sort", "-title"), ("sort", "title"), ("expand 1", "owner")} <= kinds
    assert found[Question("Book", "filter", "kind")] == {"kind": row["kind"]}
    assert Question("Book", "get").operation == "get"
    assert Question("Book", "sort", "title").operation == "list"


def test_a_filter_on_a_missing_value_is_not_asked():
    text = TEXT.replace("filter: [kind,", "filter: [printed, kind,")
    blueprint = shelf(text)
    row = dict(stock_of(blueprint).of("Book")[0]) | {"printed": None}
    asked = [one.word for one, _ in questions(blueprint.resource("Book"), row)]
    assert "printed" not in asked


def test_paths_name_the_row_and_its_parents():
    blueprint = shelf()
    stock = stock_of(blueprint)
    row = stock.of("Loan")[0]
    book = f"/api/v1/books/{row['book_id']}"
    assert paths_of(blueprint, blueprint.resource("Loan"), row, stock) == {
        "list": f"{book}/loans",
        "get": f"{book}/loans/{row['id']}",
    }
