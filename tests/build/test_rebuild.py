"""Building again: nothing is written without a change, and no edit is ever lost."""

from pathlib import Path

import pytest

from backstay.build.files.base import FILE as BASE
from backstay.build.files.state import FILE as STATE
from backstay.build.project import prepare
from tests.contents import contents


def tree(root: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_without_a_change_nothing_is_written(project, library, rebuild):
    before = tree(project)

    build = rebuild()

    assert (build.write, build.remove) == ({}, [])
    assert tree(project) == before
    assert build.report.summary() == f"{build.report.unchanged} unchanged"


def test_built_twice_it_is_the_same_to_the_byte(built, library, tmp_path):
    prepare(tmp_path / "again", library).apply()

    assert contents(built) == contents(tmp_path / "again")


def test_a_deleted_file_stays_deleted(project, changed, rebuild):
    (project / "CHANGELOG.md").unlink()

    build = rebuild(changed("service: library", "service: library\nversion: 0.2.0"))

    assert not (project / "CHANGELOG.md").exists()
    assert "CHANGELOG.md: you deleted it; it stays deleted" in build.report.notes


def test_files_that_are_no_longer_built_go_unless_they_were_edited(project, changed, rebuild):
    flow, tests = "src/services/book_flow.py", "tests/unit/services/test_book_flow.py"
    (project / flow).write_text((project / flow).read_text() + "\n\n# mine\n")

    build = rebuild(changed('    flow: {state: "shelved > lent > shelved, lent > lost"}\n', ""))

    assert (project / flow).is_file()
    assert f"{flow}: no longer built; it is yours now" in build.report.notes
    assert not (project / tests).exists()
    assert build.report.removed == [tests]


def test_files_of_others_are_never_touched(project, changed, rebuild):
    (project / "src/services/prices.py").write_text("MINE = 1\n")

    build = rebuild(changed("title: text 1..200, search", "title: text 1..300, search"))

    assert (project / "src/services/prices.py").read_text() == "MINE = 1\n"
    assert not any("prices" in path for path in (*build.write, *build.remove))


def test_a_new_resource_changes_no_byte_of_another(project, changed, rebuild):
    before = {path: path.read_bytes() for path in project.rglob("*book*") if path.is_file()}

    rebuild(changed("  Book:\n", "  Shelf:\n    fields: {room: text 1..20}\n  Book:\n"))

    assert (project / "src/models/shelf.py").is_file()
    assert {path: path.read_bytes() for path in before} == before


def test_bytes_that_are_no_text_come_through(project, changed, rebuild):
    readme = project / "README.md"
    readme.write_bytes(readme.read_bytes() + b"\n\xe4 in latin-1\n")

    build = rebuild(changed("service: library", "service: library\ndescription: Books."))

    assert build.report.merged == ["README.md"]
    assert readme.read_bytes().endswith(b"\n\xe4 in latin-1\n")
    assert b"Books." in readme.read_bytes()


@pytest.mark.parametrize(("path", "content"), [(STATE, "{}"), (BASE, "no zip")])
def test_damaged_records_stop_the_build(project, library, path, content):
    (project / path).write_text(content)

    with pytest.raises(Exception, match="restore it from version control"):
        prepare(project, library)
