"""The living golden: examples/timetrack is what the builder writes, and holds by itself."""

import json
import shutil
from pathlib import Path

import pytest

from backstay.agent.documents.building import prepared
from backstay.blueprint.canonical import digest
from tests.build import holding

GOLDEN = Path(__file__).parents[2] / "examples" / "timetrack"
BINARY = ("vendor/", ".backstay/base.zip")
"""Made anew by every build, and so not committed."""


@pytest.fixture(scope="module")
def golden(tmp_path_factory):
    """A copy, so that running it leaves nothing behind."""
    root = tmp_path_factory.mktemp("golden") / "timetrack"
    left_out = shutil.ignore_patterns("vendor", "base.zip", ".env", "*.sqlite*", ".*_cache")
    shutil.copytree(GOLDEN, root, ignore=left_out)
    return root


def test_building_it_anew_differs_in_nothing(golden, timetrack, tmp_path):
    build = prepared(tmp_path / "timetrack", timetrack)
    build.apply()

    there = {path.relative_to(golden).as_posix(): path for path in golden.rglob("*")}
    made = {path.relative_to(build.root).as_posix(): path for path in build.root.rglob("*")}
    texts = {
        name: path.read_text()
        for name, path in made.items()
        if path.is_file() and not name.startswith(BINARY)
    }
    committed = {name: path.read_text() for name, path in there.items() if path.is_file()}
    contract = committed.pop("backstay.yaml")
    assert contract == (GOLDEN.parent / "timetrack.yaml").read_text()
    assert sorted(committed) == sorted(texts), "run `make golden`"
    different = [name for name, text in texts.items() if committed[name] != text]
    assert different == [], "run `make golden`, and look at the difference"


def test_its_code_is_clean(golden):
    holding.is_clean(golden)


def test_its_types_are_strict(golden):
    holding.is_typed(golden)


def test_its_own_tests_pass_and_cover_it(golden):
    assert holding.coverage_of_own_tests(golden) >= 90


@pytest.mark.real
def test_its_own_tests_pass_on_postgresql(golden, bare_postgres):
    assert holding.coverage_of_own_tests(golden, bare_postgres) >= 90


def test_nothing_that_it_commits_names_an_index_or_a_machine(golden):
    for path in GOLDEN.rglob("*"):
        name = path.relative_to(GOLDEN).as_posix()
        if path.is_file() and not name.startswith(BINARY) and "cache" not in name:
            text = path.read_text()
            assert "/home/" not in text, name
            assert "pypi.org" not in text, name
            assert "<<<<<<<" not in text, name


def test_its_records_are_those_of_this_contract(golden, timetrack):
    """R-018: the hash of the contract that was designed first stands beside the code."""
    state = json.loads((golden / ".backstay" / "state.json").read_text())

    assert state["contract"] == digest(timetrack)
    assert state["described"]
    assert state["conflicts"] == {}
