"""An index for every foreign key, filter and sort field; uniqueness is one too (R-051)."""

import pytest

from backstay.build.tables.derive import tables_of


@pytest.fixture
def indexes(contract):
    """The indexes of the table of `Book`, by name."""

    def found(fields, rest=""):
        tables = tables_of(contract(f"  Book:\n    fields: {{{fields}}}\n{rest}"))
        table = next(one for one in tables if one.name == "books")
        return {index.name: index for index in table.indexes}

    return found


def test_every_filter_and_sort_field_has_one(indexes):
    rest = "    list: {filter: [owner, kind, day], sort: [-title, pages]}\n"
    found = indexes(
        "owner: User, kind: a | b, day: date, title: text, pages: 'int, optional'", rest
    )

    assert found["ix_books_owner_id"].columns == ("owner_id", "title", "id")
    assert found["ix_books_kind"].columns == ("kind", "id")
    assert found["ix_books_day"].columns == ("day", "id")
    assert found["ix_books_title"].columns == ("title", "id")


def test_nulls_come_last_in_both_directions(indexes):
    found = indexes("pages: 'int, optional'", "    list: {sort: [pages]}\n")

    assert found["ix_books_pages"].columns == ("pages", "id")
    assert found["ix_books_pages_desc"].columns == ("-pages", "-id")


def test_a_default_order_of_several_keys_has_an_index_as_a_whole(indexes):
    found = indexes(
        "kind: a | b, pages: 'int, optional', title: text, body: text ..5000",
        "    list: {sort: [-kind, -pages, title]}\n",
    )
    assert found["ix_books__order"].columns == ("--kind", "-pages", "title", "id")
    assert "ix_books_kind" in found


def test_the_closing_id_goes_the_way_of_the_last_key(indexes):
    fields = "kind: a | b, pages: 'int, optional', title: text, body: text ..5000"

    def order(sort: str) -> tuple[str, ...]:
        found = indexes(fields, f"    list: {{sort: [{sort}]}}\n")
        return found["ix_books__order"].columns if "ix_books__order" in found else ()

    assert order("kind, pages, title") == ("kind", "+pages", "title", "id")
    assert order("kind, pages") == ("kind", "+pages", "id")
    assert order("kind, -pages") == ("kind", "-pages", "-id")
    assert order("kind, -title") == ("kind", "--title", "--id")
    assert order("kind, -created_at") == ("kind", "--created_at", "--id")
    assert order("kind, -id, title") == ("kind", "--id")
    assert order("kind, title, body") == ("kind", "title")
    assert not order("kind, body, title"), "nothing but what the index of kind has"


def test_other_default_orders_have_one_index_each(indexes):
    fields = "kind: a | b, pages: int, day: 'date, unique', body: text ..5000"
    assert "ix_books__order" not in indexes(fields, "    list: {sort: [day, kind]}\n")
    assert "ix_books__order" not in indexes(fields, "    list: {sort: [body, kind]}\n")
    assert "ix_books__order" not in indexes(fields, "    list: {sort: [kind]}\n")
    assert "ix_books__order" not in indexes(fields, "    list: {sort: [created_at, kind]}\n")


def test_long_texts_are_looked_up_by_their_hash(indexes):
    found = indexes("body: text ..5000", "    list: {filter: [body]}\n")

    assert found["ix_books_body"].hashed


def test_an_index_that_begins_another_is_left_out(indexes):
    found = indexes("owner: User, at: datetime", "    list: {filter: [owner], sort: [at]}\n")

    assert [name for name in found if "owner" in name] == ["ix_books_owner_id"]


def test_uniqueness_is_partial_where_rows_stay_when_deleted(indexes):
    hard = indexes("isbn: 'text, unique'")
    soft = indexes("isbn: 'text, unique'", "    delete: soft\n")

    assert (hard["uq_books_isbn"].unique, hard["uq_books_isbn"].where) == (True, None)
    where = soft["uq_books_isbn"].where
    assert where is not None
    assert (where.postgresql, where.sqlite) == ("deleted_at IS NULL", "deleted_at IS NULL")


def test_a_condition_joins_the_one_of_deletion(indexes):
    rest = "    rules: {once: unique kind when pages > 3}\n    delete: soft\n"
    where = indexes("kind: text, pages: int", rest)["uq_books_once"].where

    assert where is not None
    assert where.postgresql == "(pages > 3) AND deleted_at IS NULL"
