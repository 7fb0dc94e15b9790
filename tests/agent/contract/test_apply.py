"""Changes come into the contract of timetrack: valid, and nothing else is touched."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from backstay.agent.contract.apply import Edited, apply_changes
from backstay.agent.phrases.patterns import PHRASES
from backstay.agent.phrases.read import understand
from backstay.blueprint import check, parse

TIMETRACK = (Path(__file__).parents[3] / "examples" / "timetrack.yaml").read_text()
SHORT = (
    "backstay: 1\nservice: x\nresources:\n  Book:\n    fields: {title: text, status: a | b = a}\n"
)


def edited(text: str, task: str) -> Edited:
    return apply_changes(text, parse(text.encode(), "x"), understand(task).changes)


@pytest.mark.parametrize(
    "task",
    [
        "add comments to tasks",
        "add comments to time entries with body text 1..500",
        "add a field priority to tasks: low | normal = low",
        "tasks belong to users as reviewer",
        "add a rule not_void to tasks: title != 'void'",
        "title must be unique per owner for tasks",
        "add an action finish to tasks that sets status = completed when status = in_progress",
        "add an endpoint POST /tasks/{id}/halt that sets status = pending",
        "add a role auditor that may read tasks; let auditor read users",
        "add a job remind when a task is created; add a job tidy every day at 4:00",
        "add a resource Project with name; tasks belong to projects; let member read projects",
    ],
)
def test_the_contract_stays_valid_and_only_grows(task) -> None:
    result = edited(TIMETRACK, task)

    assert result.missing == ()
    assert check(result.text.encode()) == []
    opcodes = SequenceMatcher(None, TIMETRACK, result.text, autojunk=False).get_opcodes()
    assert {tag for tag, *_ in opcodes} == {"equal", "insert"}


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda one: one.kind)
def test_the_examples_leave_a_short_contract_that_can_be_read(phrase) -> None:
    """What they speak of may not be there; that is a mistake of meaning, never of form."""
    result = edited(SHORT, phrase.english.replace("tasks", "books").replace("bookings", "books"))

    codes = [one.code for one in check(result.text.encode())]
    assert not [code for code in codes if code.startswith(("BS0", "BS1"))]


@pytest.mark.parametrize(
    ("task", "missing"),
    [
        ("add comments to ghosts", "there is no resource Ghost; known: User, Task, TimeEntry"),
        ("add a resource Task with name", "there is a resource Task already"),
        ("add a resource Car", "what a Car is made of"),
        ("add a field colour to tasks", "nobody said what `colour` is made of"),
        ("add a field title to tasks: text", "Task has `title` in its fields already"),
        ("add an action halt to tasks", "what halt sets"),
        ("let nobodies read tasks", "nobody is called nobodies"),
        ("add a job weekly_summary every hour", "there is a job `weekly_summary` already"),
        ("add an endpoint DELETE /users/{id}/x/{id}", "there is no resource X"),
    ],
)
def test_what_is_missing_is_said(task, missing) -> None:
    assert edited(TIMETRACK, task).missing[0].startswith(missing)


def test_implied_rights_are_written_out_before_one_is_added() -> None:
    text = edited(SHORT, "let member read books").text

    assert check(text.encode()) == []
    assert "    access:\n      admin: all\n      member: read\n" in text


def test_what_is_there_already_is_a_note() -> None:
    assert edited(TIMETRACK, "add an endpoint GET /tasks").notes == (
        "Task has it already: /api/v1/tasks",
    )
    assert edited(TIMETRACK, "add a role member").notes == ("the role member is there already",)
    assert edited(TIMETRACK, "let admin read tasks").notes == ("admin may read Task already",)


def test_a_guess_stands_in_the_draft_as_one() -> None:
    assert (
        "colour: text 1..255  # ? nobody said"
        in edited(TIMETRACK, "add a field colour to tasks").text
    )
