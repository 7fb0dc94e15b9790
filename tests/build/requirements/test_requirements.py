"""Every requirement on generated projects has something that holds it, and it does."""

import ast
from pathlib import Path

import pytest
import yaml

from tests.build.requirements import code, database, documents
from tests.build.requirements.project import Project, functions

ROOT = Path(__file__).parents[3]
TABLE = yaml.safe_load((Path(__file__).parent / "table.yaml").read_text())
RULES = {
    name: rule
    for module in (code, database, documents)
    for name, rule in vars(module).items()
    if callable(rule) and getattr(rule, "__module__", "") == module.__name__
}
ASKED = [*range(1, 46), *range(47, 64), *range(70, 90), *range(162, 175), 186]
ASKED += [*range(189, 201), 241, 248]
KINDS = {"files", "text", "rule", "tests", "by"}


@pytest.fixture(scope="module")
def project():
    return Project(ROOT / "examples" / "timetrack")


def test_every_requirement_is_in_the_table_once():
    assert sorted(TABLE) == sorted(f"R-{number:03}" for number in ASKED)


def test_every_rule_holds_something():
    assert {row["rule"] for row in TABLE.values() if "rule" in row} == set(RULES)


@pytest.mark.parametrize("requirement", TABLE)
def test_a_requirement_is_held(project, requirement):
    row = TABLE[requirement]
    assert row
    assert set(row) <= KINDS
    for path in row.get("files", ()):
        assert (project.root / path).exists(), path
    for path, lines in row.get("text", {}).items():
        for line in lines:
            assert line in project.text(path), f"{path} does not say {line}"
    for path, name in row.get("tests", {}).items():
        tree = ast.parse(project.text(path))
        assert name in {one.name for one in functions(tree)}, f"{path} has no {name}"
    for path in row.get("by", ()):
        assert (ROOT / path).exists(), path
    if "rule" in row:
        RULES[row["rule"]](project)
