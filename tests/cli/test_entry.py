"""The entry point: check and hook without the table, everything else by way of it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from backstay.cli import entry

EXAMPLE = Path(__file__).parents[2] / "examples" / "timetrack"
CACHES = shutil.ignore_patterns(".*_cache", "__pycache__")
RUN = "from backstay.cli.entry import run; run()"


def started(*words: str, told: str = "", cwd: object = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", RUN, *words],
        input=told, cwd=str(cwd or "."), capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "quick"),
    [
        (["check"], True),
        (["check", "--changed", "app"], True),
        (["check", "--help"], False),
        (["check", "--format", "json"], False),
        (["hook", "stop"], True),
        (["hook", "--help"], False),
        (["lint"], False),
        ([], False),
    ],
)
def test_what_hosts_call_all_day_is_quick(words, quick):
    assert (entry.quick(words) is not None) is quick


def test_a_check_says_what_the_table_would_say(tmp_path):
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "a.py").write_text("import time\n\n\nasync def a():\n    time.sleep(1)\n")

    quick, table = started("check", cwd=tmp_path), started("check", "--cache", cwd=tmp_path)

    assert quick.returncode == table.returncode == 1
    assert quick.stdout == table.stdout
    assert "ASY001" in quick.stdout


def test_a_quick_check_loads_neither_the_command_table_nor_the_contract_s_readers(tmp_path):
    project = Path(shutil.copytree(EXAMPLE, tmp_path / "timetrack", ignore=CACHES))
    told = "import sys; from backstay.cli.entry import quick; quick(['check'])(); "
    slow = "{'typer', 'rich', 'pydantic', 'importlib.metadata', 'ruamel.yaml', 'lark'}"
    asked = f"print({slow} & set(sys.modules))"

    done = subprocess.run(
        [sys.executable, "-c", told + asked], cwd=project, capture_output=True, text=True,
        check=True,
    )  # fmt: skip

    assert done.stdout.endswith("set()\n")


def test_a_hook_answers(tmp_path):
    payload = json.dumps(
        {"hook_event_name": "PreToolUse", "cwd": str(tmp_path), "tool_name": "Write",
         "tool_input": {"file_path": ".env"}}
    )  # fmt: skip

    done = started("hook", told=payload)

    assert done.returncode == 2
    assert "belongs to the gate" in done.stderr


def test_everything_else_is_the_table_s(monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr("backstay.cli.main.app", lambda: asked.append("table"))
    monkeypatch.setattr(sys, "argv", ["backstay", "lint"])

    entry.run()

    assert asked == ["table"]


def test_in_this_process_too(monkeypatch, tmp_path, capsys):
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["backstay", "check"])
    entry.run()
    assert "0 findings" in capsys.readouterr().out

    monkeypatch.setattr(sys, "argv", ["backstay", "check", "gone"])
    with pytest.raises(SystemExit) as stopped:
        entry.run()
    assert stopped.value.code == 2
    assert "there is no gone" in capsys.readouterr().err


def test_the_hook_is_given_its_own_words(monkeypatch):
    given: list[list[str]] = []
    monkeypatch.setattr("backstay.agent.hook.run.main", given.append)

    hook = entry.quick(["hook", "stop"])
    assert hook is not None
    hook()

    assert given == [["stop"]]
