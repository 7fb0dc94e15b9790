"""Contracts for the tests of the world, read once."""

from pathlib import Path

import pytest

from backstay.blueprint import Blueprint, load

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="session")
def timetrack() -> Blueprint:
    return load(EXAMPLES / "timetrack.yaml")


@pytest.fixture(scope="session")
def shop() -> Blueprint:
    return load(EXAMPLES / "shop.yaml")
