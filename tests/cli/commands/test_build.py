"""`backstay build` builds what the contract asks for, and says what it did to each file."""

import pytest

pytestmark = pytest.mark.usefixtures("undescribed")


@pytest.fixture
def say(project):
    """Changes the project's contract."""

    def said(old: str, new: str) -> None:
        contract = project / "backstay.yaml"
        assert old in contract.read_text()
        contract.write_text(contract.read_text().replace(old, new))

    return said


def test_nothing_changed_nothing_written(run, project):
    code, output, _ = run("build", project)

    assert code == 0
    assert output.endswith(" unchanged\n")
    assert output.count("\n") == 1


def test_every_touched_file_is_named(run, project, say):
    say("title: text 1..200", "title: text 1..300")

    code, output, _ = run("build", project)

    assert code == 0
    assert "updated   src/models/book.py\n" in output
    assert "created   config/alembic/versions/0004_alter_books.py\n" in output
    assert "Text(300)" in (project / "src/models/book.py").read_text()


def test_dry_run_says_the_same_and_writes_nothing(run, tree, project, say):
    say("title: text 1..200", "title: text 1..300")
    before = tree(project)

    code, output, _ = run("build", project, "--dry-run")

    assert code == 0
    assert "updated   src/models/book.py\n" in output
    assert output.splitlines()[-1].startswith("would be 1 created, ")
    assert tree(project) == before


def test_a_conflict_is_listed_marked_and_no_success(run, project, say):
    model = project / "src/models/book.py"
    model.write_text(model.read_text().replace("Text(200)", "Text(250)"))
    say("title: text 1..200", "title: text 1..300")

    code, output, error = run("build", project)

    assert code == 1
    assert "CONFLICT  src/models/book.py\n" in output
    assert "src/models/book.py: 1 conflict to resolve\n" in output
    assert error == "Resolve the conflicts, then build again.\n"
    assert "<<<<<<< edited\n" in model.read_text()


def test_a_mistake_changes_nothing(run, tree, project, say):
    say("title: text 1..200", "title: txt")
    before = tree(project)

    code, _, error = run("build", project)

    assert (code, "BS301" in error) == (2, True)
    assert tree(project) == before


def test_what_would_lose_data_changes_nothing(run, tree, project, say):
    say(', pages: "int 1.., optional"', "")
    say("filter: [pages], ", "")
    before = tree(project)

    code, _, error = run("build", project)

    assert code == 1
    assert error.startswith("This build would lose data:\n  column `books.pages` would be dropped")
    assert tree(project) == before


def test_there_must_be_a_contract(run, tmp_path):
    code, _, error = run("build", tmp_path)

    assert (code, "backstay.yaml:1:1: BS001" in error) == (2, True)


def test_damaged_records_are_said(run, project):
    (project / ".backstay/state.json").write_text("{")

    code, _, error = run("build", project)

    assert (code, "restore it from version control" in error) == (2, True)


def test_two_newest_migrations_are_said(run, project):
    folder = project / "config/alembic/versions"
    text = (folder / "0003_books.py").read_text()
    (folder / "mine.py").write_text(text.replace('revision = "0003"', 'revision = "mine"'))

    code, _, error = run("build", project)

    assert (code, "alembic merge heads" in error) == (2, True)


def test_files_of_others_in_the_way_are_listed_and_nothing_is_touched(run, tree, project, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "backstay.yaml").write_bytes((project / "backstay.yaml").read_bytes())
    (other / "README.md").write_text("mine")
    before = tree(other)

    code, output, error = run("build", other)

    assert (code, output) == (2, "")
    assert "files that Backstay did not write" in error
    assert "\n  README.md\nNothing was touched." in error
    assert tree(other) == before


def test_a_folder_with_nothing_but_a_contract_is_built(run, project, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "backstay.yaml").write_bytes((project / "backstay.yaml").read_bytes())

    assert run("build", other)[0] == 0
    assert (other / "src/main.py").read_bytes() == (project / "src/main.py").read_bytes()
