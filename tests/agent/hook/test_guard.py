"""Before an edit or a command: the gate, and the ways around it, are guarded."""

import pytest

from backstay.agent.hook.answer import QUIET
from backstay.agent.hook.run import answer
from tests.agent.hook.events import edit, sent


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
