"""Whatever a valid contract says: what is built parses, imports what is there, and is stable."""

import ast
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings

from backstay.blueprint import Blueprint
from backstay.build.files.state import FILE as STATE
from backstay.build.project import Build, prepare
from tests.build import holding
from tests.build.strategies import blueprint_of, blueprints, contracts
from tests.contents import contents

FEW = settings(
    max_examples=4,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # each example is four builds: no shrinking
    suppress_health_check=list(HealthCheck),
)
MARK = "# an edit of mine, at the end\n"


@pytest.fixture(autouse=True)
def _undescribed(undescribed):
    """No process for each example."""


def built(blueprint: Blueprint, root: Path) -> Build:
    build = prepare(root, blueprint)
    build.apply()
    return build


def imports_are_there(root: Path, package: str) -> None:
    """Every name that is imported from the project is defined there."""
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
                (f"{package}.", "tests.")
            ):
                target = root.joinpath(*str(node.module).split("."))
                file = target.with_suffix(".py") if not target.is_dir() else target / "__init__.py"
                assert file.is_file(), f"{path}: {node.module}"
                text = file.read_text()
                for name in node.names:
                    there = name.name in text or (target / f"{name.name}.py").is_file()
                    assert there, f"{path}: {node.module}.{name.name}"


@FEW
@given(blueprints())
def test_what_is_built_parses_is_clean_and_stays_as_it_is(blueprint):
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder, "one"), Path(folder, "other")
        built(blueprint, one)
        imports_are_there(one, blueprint.layout)
        holding.is_clean(one)
        built(blueprint, other)
        assert contents(one) == contents(other), "built twice"

        again = built(blueprint, one)
        assert (again.write, again.remove) == ({}, []), "nothing changed"

        edited = one / blueprint.layout / "services" / "auth_service.py"
        edited.write_text(edited.read_text() + MARK)
        kept = built(blueprint, one)
        assert edited.read_text().endswith(MARK)
        assert set(kept.write) <= {STATE}, "what the documents tell of is recorded"
        assert [path for path in kept.report.kept if path.endswith("auth_service.py")]


def test_most_random_contracts_are_valid():
    """Else the property would speak of few."""
    example = find(contracts(), lambda text: blueprint_of(text) is not None)

    assert blueprint_of(example) is not None
