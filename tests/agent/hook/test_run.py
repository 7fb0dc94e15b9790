"""The hook: a session begins with the contract, a stop is bounded, and it never crashes."""

import json
import subprocess

import pytest

from backstay.agent.hook import run
from backstay.agent.hook.answer import QUIET
from backstay.agent.hook.memory import MOST_BLOCKS
from backstay.agent.hook.run import answer
from tests.agent.hook.events import SLOW, edit, sent


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
