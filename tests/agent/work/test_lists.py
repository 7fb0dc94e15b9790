"""The lists of the sources are whole, and an item is passed only when all that decides it is."""

import pytest

from backstay.agent.returns.measured import Measured
from backstay.agent.work.lists import items, lists
from backstay.prove.standard.rows import rows

WHOLE = Measured("c", "t", passed=9, failed=0, coverage=95, p95_ms=8, operations=9, findings=0)
COUNTS = {
    "non-negotiables": 11,
    "behavioural traits": 5,
    "success criteria": 20,
    "security checklist": 20,
}


def test_every_item_of_the_sources_is_there_once():
    """R-232: eleven non-negotiables; R-233: five traits; R-244: success criteria, security list."""
    assert {name: len(one) for name, one in items().items()} == COUNTS
    known = {row.id for row in rows()}
    assert {row for one in items().values() for wanted in one.values() for row in wanted} <= known


@pytest.mark.parametrize("name", COUNTS)
def test_every_item_of_the_lists_is_judged(name: str):
    """R-232, R-233, R-244: each item (trait, criterion, non-negotiable), never silent."""
    for measured in (Measured(), WHOLE):
        judged = lists(measured)[name]
        assert len(judged) == COUNTS[name]
        assert all(one == "passed" or ": " in one for one in judged.values())
    assert not [one for one in lists(Measured())[name].values() if one == "passed"]


def test_what_decides_an_item_fails_it():
    found = Measured(findings=1, operations=9, rules=("SEC002", "NAM001"))
    assert lists(found)["non-negotiables"]["secrets stand in .env only"] == "failed: SEC002"
    assert lists(found)["non-negotiables"]["functions and variables in snake_case"] == (
        "failed: NAM001"
    )
    broken = Measured(findings=0, operations=9, broken=("line 3: title",))
    said = lists(broken)["success criteria"]["functional: endpoints do what the specification says"]
    assert said == "failed: 1 lines of the contract do not hold"


def test_what_is_open_or_was_not_run_is_unproven():
    security = lists(WHOLE)["security checklist"]
    assert security["file uploads validated"].startswith("unproven: R-113 is open, issue 2 ")
    assert security["ownership of rows verified"] == "passed"
    halfway = Measured(findings=0, operations=9, unproven=2)
    said = lists(halfway)["security checklist"]["ownership of rows verified"]
    assert said == "unproven: the proof is not whole"
    unread = lists(Measured(operations=9))["non-negotiables"]["classes in PascalCase"]
    assert unread == "unproven: `backstay check` did not run"
