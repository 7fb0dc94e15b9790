"""Contracts that many tests speak about."""

from collections.abc import Callable
from pathlib import Path

import pytest

from backstay.blueprint import Blueprint, load, parse

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def timetrack() -> Blueprint:
    return load(EXAMPLES / "timetrack.yaml")


@pytest.fixture(scope="session")
def shop() -> Blueprint:
    return load(EXAMPLES / "shop.yaml")


@pytest.fixture(scope="session")
def contract() -> Callable[[str], Blueprint]:
    """Parses what stands below `resources:`, with the roles admin, staff and member."""

    def made(resources: str) -> Blueprint:
        head = "backstay: 1\nservice: sample\nroles: [admin, staff, member]\nresources:\n"
        return parse((head + resources).encode(), "sample.yaml")

    return made
