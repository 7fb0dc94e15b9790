"""`backstay init` shows, installs and removes; unknown hosts and broken files exit with two."""

import pytest
from typer.testing import CliRunner, Result

from backstay.cli.main import app


def run(*args: object) -> Result:
    return CliRunner().invoke(app, ["init", *map(str, args)])


def test_dry_run_install_and_remove(tmp_path) -> None:
    shown = run("--host", "claude,vscode", "--root", tmp_path, "--dry-run")
    assert shown.exit_code == 0
    assert "+++ .claude/settings.json" in shown.output
    assert not list(tmp_path.iterdir())

    assert ".claude/commands/api.md" in run("--host", "claude", "--root", tmp_path).output
    assert "as before: .mcp.json" in run("--remove", "--root", tmp_path).output
    assert not list(tmp_path.iterdir())
    assert "nothing is installed" in run("--remove", "--root", tmp_path).output


@pytest.mark.parametrize("host", ["", "emacs", "claude,emacs"])
def test_unknown_hosts_are_refused(tmp_path, host) -> None:
    result = run("--host", host, "--root", tmp_path)

    assert result.exit_code == 2
    assert "known are claude, vscode, cursor, codex" in result.output
