"""The roster and the labelled prompts that routing is measured on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from backstay.agent.definitions.load import read_definition
from backstay.agent.definitions.model import Definition
from backstay.agent.definitions.places import Found
from backstay.agent.definitions.roster import Roster, load_files

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def roster() -> Roster:
    """Eight specialists, as one project might have them."""
    files = sorted((HERE / "roster").glob("*.md"))
    return load_files(Found(path, path.name, "project") for path in files)


@pytest.fixture(scope="session")
def prompts() -> Path:
    """The labelled prompts."""
    return HERE / "prompts.yaml"


@pytest.fixture(scope="session")
def agent() -> Callable[..., Definition]:
    """A definition from header lines, given as keywords: `agent("api", triggers="[api]")`."""

    def make(name: str, **fields: str) -> Definition:
        lines = [f"name: {name}", *(f"{key}: {value}" for key, value in fields.items())]
        return read_definition("\n".join(["---", *lines, "---", ""]), f"{name}.md")

    return make
