"""A decision is shown with every signal, and as JSON of a fixed shape."""

import json

from backstay.agent.activation.report import as_data, as_lines
from backstay.agent.activation.route import route
from backstay.agent.activation.task import Task
from backstay.agent.definitions.roster import Roster


def test_lines_explain_every_candidate_that_has_a_signal(roster: Roster) -> None:
    decision = route(Task("Add a migration, without touching the API"), roster.definitions)

    assert list(as_lines(decision)) == [
        "database",
        "database wakes by task, with 3; nobody else would",
    ]
    assert list(as_lines(decision, explain=True))[2:] == [
        *("", "database 3, wakes by task (database.md)"),
        "  +2 keyword 'migration': said in the task",
        "  +1 first 'migration': what the task speaks of first",
        *("", "api 0, stays asleep (api.md)"),
        "  0 ruled out 'API': the task says to leave it alone",
    ]


def test_nobody_is_none(roster: Roster) -> None:
    decision = route(Task("hello"), roster.definitions)

    assert next(as_lines(decision)) == "none"
    assert as_data(decision)["chosen"] is None


def test_data_is_json_with_weights(roster: Roster) -> None:
    data = json.loads(json.dumps(as_data(route(Task("a migration"), roster.definitions))))

    assert (data["schema"], data["chosen"], data["path"]) == (1, "database", "database.md")
    assert len(data["candidates"]) == 8
    assert data["candidates"][0]["signals"][0] == {
        "kind": "keyword",
        "trigger": "migration",
        "shown": "said in the task",
        "weight": 2.0,
    }
