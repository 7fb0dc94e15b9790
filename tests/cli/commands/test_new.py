"""`backstay new` makes a whole project in an empty folder, or nothing at all."""

import json

import pytest

from backstay.build.files.apply import JOURNAL, STAGING

pytestmark = pytest.mark.usefixtures("undescribed")

MISTAKEN = "backstay: 1\nservice: shop\nresources:\n  Book: {fields: {title: txt}, list: 5}\n"


def test_without_a_contract_it_is_the_least_one_ready_to_edit(run, tmp_path):
    code, output, _ = run("new", tmp_path / "My Shop 2")

    contract = (tmp_path / "My Shop 2" / "backstay.yaml").read_text()
    assert code == 0
    assert "\nservice: my-shop-2\n" in contract
    assert "  Note:\n" in contract
    assert f"Next: cd {tmp_path / 'My Shop 2'} && backstay serve" in output
    assert run("lint", tmp_path / "My Shop 2" / "backstay.yaml")[0] == 0


def test_a_name_without_letters_is_a_service(run, tmp_path):
    assert run("new", tmp_path / "---")[0] == 0
    assert "\nservice: service\n" in (tmp_path / "---" / "backstay.yaml").read_text()


def test_the_contract_travels_as_it_was_written(project, built):
    assert (project / "backstay.yaml").read_text().startswith("backstay: 1\nservice: library\n")
    for path in (
        "README.md",
        "docs/openapi.json",
        "docs/openapi-3.0.json",
        "vendor/requirements.txt",
        ".backstay/base.zip",
        "src/models/book.py",
        "config/alembic/versions/0001_backstay.py",
    ):
        assert (project / path).is_file(), path
    assert not (project / STAGING).exists()


def test_a_mistaken_contract_leaves_nothing(run, tmp_path):
    (tmp_path / "shop.yaml").write_text(MISTAKEN)

    code, _, error = run("new", tmp_path / "shop", "--contract", tmp_path / "shop.yaml")

    assert code == 2
    assert f"{tmp_path}/shop.yaml:4:26: BS301" in error
    assert "2 mistakes" in error
    assert not (tmp_path / "shop").exists()


def test_a_contract_that_is_not_there_is_said(run, tmp_path):
    code, _, error = run("new", tmp_path / "shop", "--contract", tmp_path / "none.yaml")

    assert (code, "none.yaml:1:1: BS001" in error) == (2, True)
    assert not (tmp_path / "shop").exists()


@pytest.mark.parametrize("found", ["notes.txt", ".git/config", "src/main.py"])
def test_a_folder_of_somebody_else_is_not_touched(run, tree, tmp_path, found):
    (tmp_path / "shop" / found).parent.mkdir(parents=True)
    (tmp_path / "shop" / found).write_text("mine")

    code, _, error = run("new", tmp_path / "shop")

    assert code == 2
    assert "is not an empty folder; nothing was touched. Choose another." in error
    assert tree(tmp_path / "shop") == {found: b"mine"}


def test_a_file_is_no_folder(run, tmp_path):
    (tmp_path / "shop").write_text("mine")

    assert run("new", tmp_path / "shop")[0] == 2
    assert (tmp_path / "shop").read_text() == "mine"


def test_a_project_of_ours_is_not_made_again(run, tree, project):
    before = tree(project)

    assert run("new", project)[0] == 2
    assert tree(project) == before


def test_killed_before_it_was_decided_it_begins_again(run, tmp_path):
    (tmp_path / "shop" / STAGING / "src").mkdir(parents=True)
    (tmp_path / "shop" / STAGING / "src" / "main.py").write_text("half")
    (tmp_path / "shop" / f"{JOURNAL}.new").write_text("{")

    assert run("new", tmp_path / "shop")[0] == 0
    assert (tmp_path / "shop" / "src" / "main.py").read_text().startswith('"""')


def test_killed_after_it_was_decided_it_is_completed(run, tmp_path):
    (tmp_path / "shop" / STAGING).mkdir(parents=True)
    (tmp_path / "shop" / STAGING / "README.md").write_text("decided")
    decided = {"write": ["README.md"], "remove": []}
    (tmp_path / "shop" / JOURNAL).write_text(json.dumps(decided))

    code, output, _ = run("new", tmp_path / "shop")

    assert (code, output) == (0, "The last build was interrupted; it is complete now.\n")
    assert (tmp_path / "shop" / "README.md").read_text() == "decided"


def test_a_folder_that_cannot_be_written_is_said(run, tmp_path, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_: False)

    code, _, error = run("new", tmp_path / "shop")

    assert code == 1
    assert "permission denied. Nothing was changed." in error


def test_what_is_not_built_yet_is_said(run, tmp_path, timetrack_file):
    output = run("new", tmp_path / "timetrack", "--contract", timetrack_file)[1]

    assert "not built yet: jobs (send_welcome_email, weekly_summary)" in output


@pytest.fixture
def timetrack_file(request):
    return request.config.rootpath / "examples" / "timetrack.yaml"
