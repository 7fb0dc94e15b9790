from pathlib import Path

from backstay.blueprint import load
from backstay.prove.project.skeleton import expected, longest, misnamed, missing

ROOT = Path(__file__).parents[3] / "examples" / "timetrack"
BLUEPRINT = load(ROOT / "backstay.yaml")


def test_the_example_has_everything():
    assert missing(ROOT, BLUEPRINT) == []
    assert misnamed(ROOT, BLUEPRINT) == []
    lines, where = longest(ROOT, BLUEPRINT)
    assert 50 < lines <= 150
    assert where.startswith(("src/", "tests/"))


def test_an_empty_folder_has_nothing(tmp_path):
    found = missing(tmp_path, BLUEPRINT)
    assert set(expected(BLUEPRINT)) < set(found)
    assert "src/api/dependencies.py" in found
    assert longest(tmp_path, BLUEPRINT) == (0, "")


def test_names_and_lengths(tmp_path):
    package = tmp_path / "src"
    package.mkdir()
    (package / "TaskService.py").write_text("a = 1\n" * 200)
    assert misnamed(tmp_path, BLUEPRINT) == ["src/TaskService.py"]
    assert longest(tmp_path, BLUEPRINT) == (200, "src/TaskService.py")


def test_what_is_large_may_be_a_package(tmp_path):
    package = tmp_path / "src" / "models" / "task"
    package.mkdir(parents=True)
    (package / "row.py").write_text("")
    assert "src/models/task.py" in missing(tmp_path, BLUEPRINT)
    (package / "__init__.py").write_text("")
    assert "src/models/task.py" not in missing(tmp_path, BLUEPRINT)
