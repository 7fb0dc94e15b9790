"""Contracts and projects that many tests of the builder speak about."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from backstay.blueprint import Blueprint, load, parse
from backstay.build.project import Build, prepare
from tests.servers import own_postgres, rows_of

CONTRACTS = Path(__file__).parent / "contracts"
LIBRARY = (CONTRACTS / "library.yaml").read_text()


@pytest.fixture
def on_postgres() -> Callable[[str, str], list[tuple[Any, ...]]]:
    """Runs one statement on a database, and gives its rows."""
    return rows_of


@pytest.fixture
def bare_postgres() -> Iterator[str]:
    """The URL of an empty PostgreSQL database of this test's own."""
    with own_postgres("built", "projects work on it") as url:
        yield url


@pytest.fixture(scope="session")
def zoo() -> Blueprint:
    """Every word of the language at once."""
    return load(CONTRACTS / "zoo.yaml")


@pytest.fixture(scope="session")
def library() -> Blueprint:
    """A small contract, which rebuilds change."""
    return parse(LIBRARY.encode(), "library.yaml")


@pytest.fixture(scope="session")
def built(library: Blueprint, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library as it was built; never to be changed."""
    root = tmp_path_factory.mktemp("built") / "library"
    prepare(root, library).apply()
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """The library as it was built, to be changed."""
    return Path(shutil.copytree(built, tmp_path / "library"))


@pytest.fixture(scope="session")
def changed() -> Callable[[str, str], Blueprint]:
    """The library with one text of its contract replaced by another."""

    def made(old: str, new: str) -> Blueprint:
        assert old in LIBRARY
        return parse(LIBRARY.replace(old, new).encode(), "library.yaml")

    return made


@pytest.fixture
def rebuild(undescribed: None, project: Path, library: Blueprint) -> Callable[..., Build]:
    """Builds the project again, of the same contract or another, and gives what was done."""

    def done(blueprint: Blueprint = library) -> Build:
        build = prepare(project, blueprint)
        build.apply()
        return build

    return done
