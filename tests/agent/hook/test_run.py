"""The hook: findings after an edit, a guarded gate, a bounded stop, and never a crash."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from backstay.agent.hook import run
from backstay.agent.hook.answer import QUIET, Answer
from backstay.agent.hook.memory import MOST_BLOCKS
from backstay.agent.hook.run import answer

SLOW = '"""X."""\n\nimport time\n\n\nasync def f() -> None:\n    """X."""\n    time.sleep(1)\n'


@pytest.fixture
def place(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[project]\nname='x'\ndependencies=['fastapi']\n")
    (tmp_path / "src").mkdir()
    return tmp_path


def sent(place: Path, event: str, **more: Any) -> str:
    return json.dumps({"hook_event_name": event, "cwd": str(place), "session_id": "s", **more})


def edit(
    place: Path, path: str, event: str = "PostToolUse", tool: str = "Edit", **more: str
) -> Answer:
    return answer(sent(place, event, tool_name=tool, tool_input={"file_path": path}, **more))


def test_a_finding_comes_back_with_rule_place_and_mend(place) -> None:
    (place / "src/a.py").write_text(SLOW)

    said = edit(place, str(place / "src/a.py"))

    assert said.code == 2
    assert "src/a.py:8" in said.error
    assert "ASY001" in said.error
    assert "    fix: " in said.error
    assert "    run: backstay explain ASY001" in said.error


def test_clean_code_and_foreign_files_are_met_with_silence(place) -> None:
    (place / "src/a.py").write_text('"""X."""\n')

    for path in ("src/a.py", "/etc/passwd", "gone.py", "README.md"):
        assert edit(place, path) == QUIET


def test_no_more_than_five_findings_are_told(place) -> None:
    body = "".join(f"\n\nasync def f{n}() -> None:\n    time.sleep({n})\n" for n in range(9))
    (place / "src/a.py").write_text(f"import time\n{body}")

    said = edit(place, "src/a.py").error

    assert said.count("ASY001: ") == 5
    assert "4 more; `backstay check --changed`" in said


def test_a_waiver_holds_here_too(place) -> None:
    waived = SLOW.replace("sleep(1)", "sleep(1)  # backstay: allow[ASY001] a test waits on purpose")
    (place / "src/a.py").write_text(waived)

    assert edit(place, "src/a.py").code == 0


def test_a_broken_file_is_told_once_a_turn(place) -> None:
    (place / "src/a.py").write_text("def (")

    assert "does not parse" in edit(place, "src/a.py").error
    assert edit(place, "src/a.py") == QUIET
    answer(sent(place, "Stop"))
    assert "does not parse" in edit(place, "src/a.py").error


@pytest.mark.parametrize("path", [".claude/settings.json", ".env", "backstay-baseline.json"])
def test_the_gate_is_guarded(place, path) -> None:
    said = edit(place, path, "PreToolUse", "Write")

    assert said.code == 2
    assert "belongs to the gate" in said.error


def test_a_specialist_writes_no_prose_and_others_may(place) -> None:
    assert edit(place, "NOTES.md", "PreToolUse", "Write") == QUIET
    assert "prose" in edit(place, "NOTES.md", "PreToolUse", "Write", agent_type="backend").error


@pytest.mark.parametrize(
    "command",
    [
        "git commit --no-verify -m x",
        "git commit -nm x",
        "git -c core.hooksPath=/dev/null commit",
        "backstay check --baseline",
        "backstay init --remove",
        "backstay agents approve 'new dependency' --why x",
        "echo {} > .claude/settings.json",
        "rm -rf .backstay/state.json",
    ],
)
def test_ways_around_the_gate_are_closed(place, command) -> None:
    payload = sent(place, "PreToolUse", tool_name="Bash", tool_input={"command": command})

    assert answer(payload).code == 2


@pytest.mark.parametrize("command", ["git commit -m 'no-verify'", "pytest -n 2", "ls > out.txt"])
def test_ordinary_commands_run(place, command) -> None:
    payload = sent(place, "PreToolUse", tool_name="Bash", tool_input={"command": command})

    assert answer(payload) == QUIET


def test_stop_is_held_while_something_is_left_and_then_no_more(place) -> None:
    subprocess.run(["git", "init", "-q", str(place)], check=True)
    (place / "src/a.py").write_text(SLOW)

    held = [answer(sent(place, "Stop")) for _ in range(MOST_BLOCKS + 2)]

    assert [bool(one.out) for one in held] == [True] * MOST_BLOCKS + [False, False]
    assert json.loads(held[0].out)["decision"] == "block"
    assert "ASY001" in held[0].out
    assert answer(sent(place, "Stop", stop_hook_active=True)) == QUIET


def test_a_clean_stop_prints_nothing(place) -> None:
    assert answer(sent(place, "Stop")) == QUIET


def test_a_session_begins_with_the_contract(project) -> None:
    said = json.loads(answer(sent(project, "SessionStart")).out)

    text = said["hookSpecificOutput"]["additionalContext"]
    assert "shelf 0.1.0" in text
    assert len(text.splitlines()) <= 10


@pytest.mark.parametrize(("closed", "code"), [("", 1), ("1", 2)])
def test_a_crash_is_told_and_stops_nobody_unless_wanted(place, monkeypatch, closed, code) -> None:
    monkeypatch.setenv("BACKSTAY_HOOK_CLOSED", closed)
    monkeypatch.setattr(run, "_after", lambda *_: 1 / 0)

    said = edit(place, "src/a.py")

    assert said.code == code
    assert "a defect; nothing was checked: ZeroDivisionError" in said.error


def test_an_unknown_host_is_told_so_and_nothing_is_written(place) -> None:
    assert "no event is called" in answer('{"x": 1}').error
    assert "is no folder" in answer(sent(place / "gone", "Stop")).error
    assert not (place / ".backstay_cache").exists()
