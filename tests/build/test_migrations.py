"""Which migrations a build writes, and where they join a user's own."""

from pathlib import Path

import pytest

from backstay.build.files.state import State
from backstay.build.migrations import newest, plan_migrations
from backstay.build.tables.derive import tables_of


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "config" / "alembic" / "versions"
    made.mkdir(parents=True)
    return made


def migration(folder: Path, name: str, revision: str, before: object) -> None:
    text = f'"""x"""\nimport os\nos.sep\nrevision: str = "{revision}"\ndown_revision = {before!r}\n'
    (folder / f"{name}.py").write_text(text)


def test_the_first_build_writes_one_for_each_table(tmp_path, library):
    found = plan_migrations(tmp_path, None, tables_of(library))

    assert [one.path.rpartition("/")[2] for one in found.artifacts] == [
        "0001_backstay.py",
        "0002_users.py",
        "0003_books.py",
    ]
    assert found.head == "0003"


def test_the_next_one_follows_the_newest_a_user_s_own_included(tmp_path, folder, library, changed):
    state = State("0", "0", "x", "{}", "0003", tables_of(library))
    migration(folder, "0003_books", "0003", "0002")
    migration(folder, "mine", "a1b2", "0003")

    found = plan_migrations(tmp_path, state, tables_of(changed("text 1..200", "text 1..300")))

    (one,) = found.artifacts
    assert one.path.endswith("/0004_alter_books.py")
    assert one.context["down_revision"] == "a1b2"
    assert found.head == "0004"


def test_nothing_changed_nothing_written(tmp_path, library):
    state = State("0", "0", "x", "{}", "0003", tables_of(library))

    found = plan_migrations(tmp_path, state, tables_of(library))

    assert (found.artifacts, found.head) == ((), "0003")


def test_an_empty_folder_has_no_newest(folder):
    assert newest(folder) is None


def test_a_merge_of_two_is_the_newest(folder):
    migration(folder, "a", "a", None)
    migration(folder, "b", "b", "a")
    migration(folder, "c", "c", "a")
    with pytest.raises(ValueError, match="two newest migrations: b, c; run `alembic merge heads`"):
        newest(folder)

    migration(folder, "d", "d", ("b", "c"))
    assert newest(folder) == "d"
