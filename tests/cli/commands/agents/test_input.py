"""`backstay agents` refuses a root that is no folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize("command", [["list"], ["lint"], ["show", "x"], ["route", "x"]])
def test_a_root_that_is_no_folder_is_wrong_input(
    run: Run, command: list[str], tmp_path: Path
) -> None:
    result = run(*command, "--root", tmp_path / "gone")

    assert result.exit_code == 2
    assert "give the root of a project" in result.output
