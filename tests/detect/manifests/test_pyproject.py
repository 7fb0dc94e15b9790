"""pyproject.toml and Pipfile in the dialects of PEP 621, PEP 735, Poetry, PDM, uv and Hatch."""

import pytest

from backstay.detect.manifests.pyproject import read


def requirements(content: str) -> list[tuple[str, str, int]]:
    manifest = read(content, "pyproject.toml")
    return [(one.name, one.group, one.evidence.line) for one in manifest.requirements]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('[project]\ndependencies = ["a", "b>1"]', [("a", "main", 2), ("b", "main", 2)]),
        (
            '[project.optional-dependencies]\ndocs = ["a"]\npostgres = ["b"]',
            [("a", "dev", 2), ("b", "optional", 3)],
        ),
        (
            '[dependency-groups]\nany = ["a", {include-group = "dev"}]\ndev = []',
            [("a", "dev", 2)],
        ),
        ('[tool.uv]\ndev-dependencies = ["a"]', [("a", "dev", 2)]),
        ('[tool.pdm.dev-dependencies]\nx = ["a"]', [("a", "dev", 2)]),
        ('[tool.hatch.envs.test]\ndependencies = ["a"]', [("a", "dev", 2)]),
        (
            '[tool.poetry.dependencies]\npython = "^3.12"\na = "1"\nb = {optional = true}',
            [("a", "main", 3), ("b", "optional", 4)],
        ),
        ('[tool.poetry.group.x.dependencies]\na = "*"', [("a", "optional", 2)]),
        ('[tool.poetry.dev-dependencies]\na = "*"', [("a", "dev", 2)]),
    ],
)
def test_requirements_are_read_with_group_and_line(
    content: str, expected: list[tuple[str, str, int]]
) -> None:
    assert requirements(content) == expected


def test_scripts_name_what_a_person_types_before_them() -> None:
    content = """\
[tool.poe.tasks]
test = "pytest"
lint.shell = "ruff check"
[tool.pdm.scripts]
dev = {cmd = "flask run"}
[scripts]
ignored = "only a Pipfile has these"
"""

    scripts = read(content, "pyproject.toml").scripts

    assert [(one.runner, one.name, one.body, one.evidence.line) for one in scripts] == [
        ("poe", "test", "pytest", 2),
        ("poe", "lint", "ruff check", 3),
        ("pdm run", "dev", "flask run", 5),
    ]
    assert [one.name for one in read('[scripts]\nserve = "x"', "Pipfile").scripts] == ["serve"]


@pytest.mark.parametrize(
    ("content", "settings"),
    [
        ("[tool.pytest.ini_options]\nx = 1", [("pytest", "", 1)]),
        ('[tool.hatch.build]\nx = 1\n[build-system]\nrequires = ["a"]', [("installable", "", 3)]),
        ("[tool.hatch.envs.a]\nx = 1", [("hatch", "", 1)]),
        ('[project]\nrequires-python = ">=3.12"', [("python", ">=3.12", 2)]),
    ],
)
def test_settings_say_which_tools_are_really_used(
    content: str, settings: list[tuple[str, str, int]]
) -> None:
    found = read(content, "pyproject.toml").settings

    assert [(one.name, one.value, one.evidence.line) for one in found] == settings
