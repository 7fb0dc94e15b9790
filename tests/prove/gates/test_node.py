"""Gates of Node projects: the first usual script of each kind, by the runner that is locked."""

import json
from pathlib import Path

import pytest

from backstay.prove.gates.node import node_gates


def commands(root: Path) -> dict[str, tuple[str, ...]]:
    return {one.name: one.command for one in node_gates(root)}


@pytest.mark.parametrize(
    ("lock", "runner"),
    [("pnpm-lock.yaml", "pnpm"), ("yarn.lock", "yarn"), ("bun.lock", "bun"), ("other", "npm")],
)
def test_the_lock_says_which_runner(tmp_path, lock, runner):
    scripts = {"test": "jest", "test:coverage": "jest --coverage", "tsc": "tsc"}
    (tmp_path / "package.json").write_text(json.dumps({"scripts": scripts}))
    (tmp_path / lock).touch()
    assert commands(tmp_path) == {
        "types": (runner, "run", "tsc"),
        "tests": (runner, "run", "test:coverage"),
    }


@pytest.mark.parametrize("text", ["{", "[]", '{"scripts": 3}'])
def test_a_package_that_names_no_scripts_has_no_gates(tmp_path, text):
    (tmp_path / "package.json").write_text(text)
    assert commands(tmp_path) == {}
