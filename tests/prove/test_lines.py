"""Completeness: every line of a contract is named by at least one trial."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from backstay.blueprint import Blueprint, load
from backstay.prove.running.discover import lines_of, trials_of

ROOT = Path(__file__).parents[2]
CONTRACTS = ("examples/timetrack.yaml", "examples/shop.yaml", "tests/build/contracts/zoo.yaml")
LATER = {"jobs"}
"""Read and checked, and not built yet; `not_built` of the report says so."""
CONTAINERS = {
    "defaults",
    "prove",
    "fields",
    "flow",
    "rules",
    "actions",
    "list",
    "access",
    "sla",
    "cache",
}
"""Keys that hold others; they are proven where all of those are."""


def said(blueprint: Blueprint) -> Iterator[str]:
    """Every key of a contract that says something itself."""
    for line in lines_of(blueprint):
        words = line.split(".")
        if words[-1] not in CONTAINERS and not set(words) & LATER:
            yield line


@pytest.mark.parametrize("contract", CONTRACTS)
def test_every_line_has_a_trial(contract):
    blueprint = load(ROOT / contract)
    named = {trial.key for trial in trials_of(blueprint)}

    assert [line for line in said(blueprint) if line not in named] == []


@pytest.mark.parametrize("contract", CONTRACTS)
def test_no_trial_names_a_line_that_is_not_there(contract):
    blueprint = load(ROOT / contract)

    assert {trial.key for trial in trials_of(blueprint)} <= set(lines_of(blueprint))
