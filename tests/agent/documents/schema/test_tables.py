"""Each table is told whole: columns, constraints, indexes (R-177)."""

from backstay.agent.documents.schema.tables import tables
from backstay.build.tables.derive import check_name, tables_of


def test_everything_that_the_database_enforces_is_told(material, timetrack) -> None:
    text = "\n".join(tables(material()))

    for one in tables_of(timetrack):
        part = text[text.index(f"### {one.name}\n") :].split("### ")[1]
        for column in one.columns:
            assert f"| `{column.name}` |" in part
        for check in one.checks:
            name = check_name(one.name, check.name)
            assert f"| `{name}` | `CHECK ({check.sql.postgresql})`" in part
        for index in one.indexes:
            assert f"`{index.name}`" in part
    assert "ON DELETE CASCADE ON UPDATE RESTRICT" in text
    assert "| unique `uq_time_entries_one_running` | `user_id` | `end_time IS NULL` |" in text
    assert "| `email` | varchar(255) | VARCHAR(255) | no | email, personal |" in text
    assert "| `user_id` | uuid | CHAR(32) | no | ref, never changes |" in text
    assert "| bool, written by admin |" in text


def test_whether_all_agree_is_evidence(material, proven, result) -> None:
    assert "tries: unproven." in " ".join(tables(material()))
    assert "tries: passed." in " ".join(tables(material(proven(result("migrate")))))


def test_a_long_field_is_found_by_hash(material) -> None:
    contract = (
        "backstay: 1\nservice: s\nresources:\n  Page:\n    fields:\n      body: text ..5000\n"
        "    list: {filter: [body]}\n"
    )

    assert "hash `ix_pages_body`" in "\n".join(tables(material(contract=contract)))
