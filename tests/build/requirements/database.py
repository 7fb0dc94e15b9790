"""Rules on the tables that a project's migrations lead to."""

import re

from tests.build.requirements.project import Project

ALWAYS = ["id", "row_version", "created_at", "updated_at"]


def tables_have_what_all_have(project: Project) -> None:
    for table in project.tables:
        assert re.fullmatch(r"[a-z][a-z0-9_]*s", table["name"])
        columns = {one["name"]: one for one in table["columns"]}
        assert list(columns)[:4] == ALWAYS, table["name"]
        assert columns["id"]["ddl"] == "sa.Uuid()"
        assert not any(columns[name]["nullable"] for name in ALWAYS)


def what_is_looked_up_has_an_index(project: Project) -> None:
    """Foreign keys here; filters and sort fields are held by tests/build/tables/test_indexes.py."""
    for table in project.tables:
        first = {index["columns"][0].removeprefix("-") for index in table["indexes"]}
        keys = {one["name"] for one in table["columns"] if one["reference"]}
        assert keys <= first, table["name"]


def foreign_keys_say_what_happens(project: Project) -> None:
    found = 0
    for path in (project.root / "config/alembic/versions").glob("*.py"):
        for key in re.findall(r"ForeignKeyConstraint\(.*?\n {8}\)", path.read_text(), re.DOTALL):
            found += 1
            assert "ondelete=" in key, path
            assert "onupdate=" in key, path
    assert found == sum(
        bool(one["reference"]) for table in project.tables for one in table["columns"]
    )
