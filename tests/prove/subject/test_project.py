"""Project: what makes a folder one, and the interpreter that it runs on."""

import sys
from pathlib import Path

import pytest

from backstay.prove.subject.project import NoProjectError, project_at

CONTRACT = b"backstay: 1\nservice: a\nresources:\n  Thing: {fields: {title: text 1..9}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "backstay.yaml").write_bytes(CONTRACT)
    for name in ("main.py", "alembic.ini"):
        (tmp_path / name).touch()
    return tmp_path


def test_a_folder_with_all_of_it_is_one(folder):
    project = project_at(folder)
    assert (project.blueprint.service, project.python) == ("a", sys.executable)
    assert project.contract == folder / "backstay.yaml"
    assert project.package == "src"


def test_its_own_interpreter_wins(folder):
    own = folder / ".venv" / "bin" / "python"
    own.parent.mkdir(parents=True)
    own.touch()
    assert project_at(folder).python == str(own)


@pytest.mark.parametrize("name", ["backstay.yaml", "main.py", "alembic.ini"])
def test_what_is_missing_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(NoProjectError, match=f"it has no {name}"):
        project_at(folder)
