"""Definitions of our own with the quirks of the five sources."""

from collections.abc import Callable
from pathlib import Path

import pytest

from backstay.agent.definitions.load import load_definition
from backstay.agent.definitions.model import Definition
from backstay.agent.definitions.places import Found
from backstay.agent.definitions.roster import Roster, load_files

HERE = Path(__file__).parent


@pytest.fixture
def quirk() -> Callable[[str], Definition]:
    """A definition of `quirks/`, by its name."""
    return lambda name: load_definition(HERE / "quirks" / f"{name}.md", f"{name}.md")


@pytest.fixture
def quirks() -> Roster:
    """All of `quirks/` as one project's roster."""
    files = sorted((HERE / "quirks").glob("*.md"))
    return load_files(Found(path, path.name, "project") for path in files)
