"""Gates of Python projects: each tool by any of the files that set it up."""

import pytest

from backstay.prove.gates.python import python_gates


def commands(root) -> dict[str, tuple[str, ...]]:
    return {one.name: one.command for one in python_gates(root)}


@pytest.mark.parametrize(
    ("file", "name", "command"),
    [
        ("ruff.toml", "lint", ("ruff", "check", ".")),
        (".flake8", "lint", ("flake8", ".")),
        ("mypy.ini", "types", ("mypy",)),
        ("pyrightconfig.json", "types", ("pyright",)),
        ("pytest.ini", "tests", ("pytest", "-q", "--cov", "--cov-fail-under=80")),
    ],
)
def test_a_tool_is_set_up_by_its_own_file(tmp_path, file, name, command):
    (tmp_path / "requirements.txt").touch()
    assert name not in commands(tmp_path)
    (tmp_path / file).touch()
    assert commands(tmp_path)[name] == command


@pytest.mark.parametrize(
    ("settings", "targets"), [("files = ['lib']", ()), ("strict = true", (".",))]
)
def test_mypy_looks_at_what_its_settings_say_else_at_everything(tmp_path, settings, targets):
    (tmp_path / "pyproject.toml").write_text(f"[tool.mypy]\n{settings}\n")
    assert commands(tmp_path)["types"] == ("mypy", *targets)


def test_a_folder_without_python_has_no_gates(tmp_path):
    assert commands(tmp_path) == {}


@pytest.mark.parametrize("text", ["not = = toml", "tool = 3"])
def test_settings_that_cannot_be_read_set_nothing_up(tmp_path, text):
    (tmp_path / "pyproject.toml").write_text(text)
    assert commands(tmp_path) == {}
    (tmp_path / "setup.cfg").touch()
    assert set(commands(tmp_path)) == {"bandit"}
