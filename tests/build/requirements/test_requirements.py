"""Every requirement on generated projects has something that holds it, and it does."""

import ast
from pathlib import Path

import pytest
import yaml

from backstay.prove.standard.rows import rows
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
KINDS = {"files", "text", "rule", "tests"}


@pytest.fixture(scope="module")
def project():
    return Project(ROOT / "examples" / "timetrack")


def test_the_table_holds_what_the_standard_says_that_it_holds():
    """docs/requirements.md names this table as the holder of these rows."""
    named = [row.id for row in rows() if any(one.kind == "example" for one in row.holders)]
    assert sorted(TABLE) == sorted(named)


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
    if "rule" in row:
        RULES[row["rule"]](project)
