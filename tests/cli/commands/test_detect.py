"""`backstay detect` prints a survey, and refuses what is no folder."""

import json
from pathlib import Path

from typer.testing import CliRunner

from backstay.cli.main import app


def test_lines_are_printed(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("flask\n")

    result = CliRunner().invoke(app, ["detect", str(tmp_path)])

    assert result.exit_code == 0
    assert "backend_framework  Flask" in result.output
    assert "requirements.txt:1" in result.output


def test_json_is_printed(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["detect", "--json", str(tmp_path)])

    assert result.exit_code == 0
    assert json.loads(result.output)["profiles"][0]["language"] == "none"


def test_a_file_is_wrong_input(tmp_path: Path) -> None:
    (tmp_path / "x").touch()

    result = CliRunner().invoke(app, ["detect", str(tmp_path / "x")])

    assert result.exit_code == 2
    assert "give the root of a project" in result.output
