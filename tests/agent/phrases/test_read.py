"""The closed set of sentences: each example is understood, in both languages alike."""

import pytest

from backstay.agent.phrases.changes import (
    AddAction,
    AddField,
    AddJob,
    AddResource,
    AddRole,
    AddRule,
    Field,
    Grant,
)
from backstay.agent.phrases.patterns import PHRASES
from backstay.agent.phrases.read import understand


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda one: one.kind)
def test_every_example_is_understood_in_both_languages(phrase) -> None:
    english, french = understand(phrase.english), understand(phrase.french)

    assert english.changes
    assert not english.unclear
    assert [type(one) for one in french.changes] == [type(one) for one in english.changes]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("add comments to tasks", AddResource("Comment", (), "Task")),
        ("Ajoute des commentaires aux tâches.", AddResource("Comment", (), "Task")),
        (
            "please add a resource Project with name, due_date and price decimal 8.2, optional",
            AddResource(
                "Project",
                (
                    Field("name", "text 1..200"),
                    Field("due_date", "date, optional"),
                    Field("price", "decimal 8.2, optional"),
                ),
            ),
        ),
        (
            "add a field priority to tasks: low | high = low",
            AddField("Task", Field("priority", "low | high = low")),
        ),
        ("tasks belong to a project", AddField("Task", Field("", "Project"), "Project")),
        (
            "add a rule ends_later to time entries: end_time > start_time",
            AddRule("TimeEntry", "ends_later", "end_time > start_time"),
        ),
        (
            "title must be unique per owner for tasks",
            AddRule("Task", "unique_title_owner", "unique title, owner"),
        ),
        (
            "ajoute une action finir aux tâches qui met status = done quand status = open",
            AddAction("Task", "finir", "status = done when status = open"),
        ),
        (
            "add an endpoint POST /api/v1/tasks/{task_id}/close that sets status = done",
            AddAction("Task", "close", "status = done"),
        ),
        ("add an endpoint GET /projects", Grant("", ("read",), "Project")),
        ("add a role auditor", AddRole("auditor")),
        ("let members read and update projects", Grant("members", ("read", "update"), "Project")),
        ("add a job digest every monday at 8:00", AddJob("digest", every="monday 08:00")),
        ("ajoute un job bilan chaque jour à 7h30", AddJob("bilan", every="day 07:30")),
        ("add a job greet when a user is created", AddJob("greet", "User", "created")),
    ],
)
def test_sentences_become_changes(text, change) -> None:
    assert understand(text).changes == (change,)


@pytest.mark.parametrize(
    "text",
    [
        *("refactor the login page", "fix bug 12", "add tests to tasks", "add logging", "hello"),
        *("make it faster", "let members fly projects", "add a job x every blue moon", "add docs"),
        "ajoute de la documentation",
    ],
)
def test_what_is_no_sentence_of_the_set_is_said_to_be_unclear(text) -> None:
    assert understand(text).changes == ()
    assert understand(text).unclear == (text,)


def test_several_sentences_and_what_is_unclear_among_them() -> None:
    found = understand("add a role auditor; do magic\nlet auditor read tasks")

    assert len(found.changes) == 2
    assert found.unclear == ("do magic",)


def test_a_type_that_nobody_said_is_marked_as_a_guess() -> None:
    (change,) = understand("add a field colour to tasks").changes

    assert isinstance(change, AddField)
    assert "colour" in change.field.guessed
