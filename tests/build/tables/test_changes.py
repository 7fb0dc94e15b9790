"""From one set of tables to the next; what would lose data stops the build."""

import pytest

from backstay.build.tables.changes import MigrationRefused, changes_of
from backstay.build.tables.derive import tables_of
from backstay.build.tables.table import Table


@pytest.fixture
def tables(contract):
    """The tables of a contract with one resource, `Book` unless it says another."""
    return lambda fields, name="Book", more="": tables_of(
        contract(f"  {name}:\n    fields: {{{fields}}}\n{more}")
    )


def test_the_same_tables_need_nothing(tables):
    same = tables("title: text")

    assert changes_of(same, same).altered == ()
    assert changes_of(same, same).created == ()


def test_the_first_build_creates_every_table(tables):
    found = changes_of((), tables("title: text"))

    assert [table.name for table in found.created] == ["users", "books"]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("title: text, note: text", "title: text", r"column `books\.note` would be dropped"),
        ("title: text", "title: text, note: text", r"`books\.note` is new and required"),
        ("title: text", "title: int", r"from Text\(255\) to sa\.BigInteger\(\)"),
        ("price: decimal 8.2", "price: decimal 8.3", r"from Money\(8, 2\) to Money\(8, 3\)"),
        ("day: date", "day: datetime", r"from Day\(\) to UtcDateTime\(\)"),
    ],
)
def test_what_would_lose_data_is_refused(tables, before, after, message):
    with pytest.raises(MigrationRefused, match=message):
        changes_of(tables(before), tables(after))


def test_a_dropped_table_is_refused_and_all_is_said_at_once(tables):
    old = tables("title: text, note: text", more="  Shelf: {fields: {room: text}}\n")

    with pytest.raises(MigrationRefused) as refused:
        changes_of(old, tables("title: text"))

    assert str(refused.value).splitlines()[0] == "This build would lose data:"
    assert "table `shelfs` would be dropped" in str(refused.value)
    assert "column `books.note` would be dropped" in str(refused.value)


@pytest.mark.parametrize(
    "after",
    [
        "title: text 1..500",
        "title: 'text, optional'",
        "title: text, note: 'text, optional'",
        "title: text, note: text = 'x'",
        "title: text, day: date = now",
        "title: 'text, unique'",
        "name: 'text, was title'",
    ],
)
def test_what_keeps_every_row_is_an_alteration(tables, after):
    found = changes_of(tables("title: text"), tables(after))

    assert [one.table for one in found.altered] == ["books"]


def test_a_renamed_table_is_renamed_before_it_is_altered(tables):
    found = changes_of(
        tables("title: text"), tables("title: text", "Volume", more="    was: Book\n")
    )

    assert found.renamed == (("books", "volumes"),)
    assert [one.table for one in found.altered] == ["volumes"]
    assert found.created == ()


def test_was_may_stay_after_its_migration(tables):
    volumes = tables("name: 'text, was title'", "Volume", more="    was: Book\n")

    found = changes_of(volumes, volumes)
    assert (found.renamed, found.altered) == ((), ())


def test_what_refers_to_a_renamed_table_is_left_alone(contract):
    def made(name: str, was: str = "") -> tuple[Table, ...]:
        return tables_of(
            contract(
                f"  {name}:\n    fields: {{title: text}}\n{was}"
                f"  Loan: {{fields: {{book: {name}}}}}\n"
            )
        )

    found = changes_of(made("Book"), made("Volume", "    was: Book\n"))

    assert [one.table for one in found.altered] == ["volumes"]


def test_the_way_back_ends_where_it_began(tables):
    (there,) = changes_of(tables("title: text"), tables("name: 'text, was title'")).altered
    back = there.reversed()

    assert (back.before, back.after) == (there.after, there.before)
    assert (back.renames, there.renames) == ((("name", "title"),), (("title", "name"),))
    assert back.source("title") == "name"
