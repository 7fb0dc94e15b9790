"""The command table: every file is a command, each has a name and help."""

import pytest
from typer.testing import CliRunner

from backstay import __version__
from backstay.cli import main
from backstay.cli.main import app, run


def test_every_command_has_a_name_and_says_what_it_does():
    output = CliRunner().invoke(app, ["--help"], terminal_width=200).output

    lines = [line for line in output.splitlines() if line.startswith("│ ")]
    shown = {line.split()[1]: line for line in lines}
    for name in main.Commands().list_commands(None):
        assert name in shown
        assert len(shown[name].split()) > 3


def test_the_version_is_the_distribution_s():
    assert CliRunner().invoke(app, ["--version"]).output == f"{__version__}\n"


def test_an_unknown_command_is_wrong_input():
    result = CliRunner().invoke(app, ["prave"])

    assert result.exit_code == 2
    assert "prave" in result.output


def test_the_table_runs_guarded(monkeypatch, capsys):
    def fails() -> None:
        raise KeyError("nothing")

    monkeypatch.delenv("BACKSTAY_TRACEBACK", raising=False)
    monkeypatch.setattr(main, "app", fails)

    with pytest.raises(SystemExit) as stopped:
        run()

    assert stopped.value.code == 70
    assert "which is a defect" in capsys.readouterr().err
