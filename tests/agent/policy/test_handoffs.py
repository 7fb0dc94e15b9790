"""A handoff that is not sent by itself stops and asks, whatever the agent says (R-214)."""

import pytest

from backstay.agent.definitions.model import Definition, Handoff
from backstay.agent.definitions.roster import Entry, Roster
from backstay.agent.policy.handoffs import hand_over

SOURCE = Definition(
    "backend", handoffs=(Handoff("test-agent", "Write tests", "Test it."), Handoff("db", send=True))
)
ROSTER = Roster(
    tuple(
        Entry(one, "project")
        for one in (SOURCE, Definition("test"), Definition("database"), Definition("docs"))
    )
)


@pytest.mark.parametrize(
    ("target", "confirmed", "status"),
    [
        ("test", False, "needs_confirmation"),
        ("qa-agent", False, "needs_confirmation"),
        ("test", True, "ready"),
        ("database", False, "ready"),
        ("docs", True, "refused"),
        ("nobody", True, "refused"),
    ],
)
def test_only_listed_handoffs_run_and_only_when_they_may(target, confirmed, status) -> None:
    ticket = hand_over(ROSTER, SOURCE, target, confirmed=confirmed)

    assert ticket.status == status
    assert ticket.message


def test_the_definitions_words_stand_where_the_agent_gives_none() -> None:
    assert hand_over(ROSTER, SOURCE, "test").prompt == "Test it."
    assert hand_over(ROSTER, SOURCE, "test", "Only this.", ("a.py",)).artefacts == ("a.py",)
