"""Projects and the command line, as the tests of commands use them."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from backstay.cli.main import app
from tests.contents import contents

CONTRACT = """\
backstay: 1
service: library
resources:
  Book:
    fields: {title: text 1..200, pages: "int 1.., optional"}
    list: {filter: [pages], sort: [title]}
"""


@pytest.fixture
def run() -> Callable[..., tuple[int, str, str]]:
    """Runs `backstay ARGUMENTS`; gives the exit code, the output, the error stream."""

    def ran(*arguments: Any) -> tuple[int, str, str]:
        result = CliRunner().invoke(app, [*map(str, arguments)])
        return result.exit_code, result.stdout, result.stderr

    return ran


@pytest.fixture
def tree() -> Callable[[Path], dict[str, bytes]]:
    """Every file of a folder, by its path."""
    return contents


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as it was built; never to be changed."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "library.yaml").write_text(CONTRACT)
    arguments = ["new", str(folder / "library"), "--contract", str(folder / "library.yaml")]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return folder / "library"


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A project as it was built, to be changed."""
    return Path(shutil.copytree(built, tmp_path / "library"))
