from datetime import date

from backstay.prove.load.queries import filter_of, queries_of
from tests.prove.shelf import TEXT, shelf, stock_of


def test_every_way_to_ask_comes_once():
    blueprint = shelf()
    row = stock_of(blueprint).of("Book")[0]
    found = queries_of(blueprint.resource("Book"), [row])
    assert found[0] == {}
    assert {"sort": "-created_at"} in found
    assert {"sort": "title"} in found
    assert {"expand": "owner"} in found
    assert {"search": "amber"} in found
    assert {"page": "2"} in found
    assert {"owner_id": str(row["owner_id"])} in found
    assert any("created_at_from" in one for one in found)


def test_cursor_lists_have_no_second_page_and_nothing_to_search_is_not_searched():
    text = TEXT.replace("defaults:", "defaults:\n  page: cursor")
    blueprint = shelf(text)
    row = stock_of(blueprint).of("Loan")[0]
    found = queries_of(blueprint.resource("Loan"), [row])
    assert {"page": "2"} not in found
    assert not any("search" in one for one in found)


def test_a_filter_whose_value_is_missing_everywhere_is_left_out():
    text = TEXT.replace("filter: [kind,", "filter: [printed, kind,")
    blueprint = shelf(text)
    book = blueprint.resource("Book")
    row = dict(stock_of(blueprint).of("Book")[0]) | {"printed": None}
    assert not any("printed" in one for one in queries_of(book, [row]))
    dated = row | {"printed": date(2026, 2, 3)}
    assert {"printed": "2026-02-03"} in queries_of(book, [row, dated])


def test_values_travel_as_text():
    user = shelf().resource("User")
    assert filter_of(user, "is_active", [{"is_active": True}]) == {"is_active": "true"}
