"""A task goes only the ways that exist."""

import pytest

from backstay.agent.record.journal import Journal
from backstay.agent.work.state import NEXT, Run, State


def test_a_way_that_does_not_exist_is_refused(tmp_path) -> None:
    run = Run(tmp_path, "x", Journal(tmp_path, "x"))

    with pytest.raises(ValueError, match="from taken to delivered"):
        run.go(State.DELIVERED)
    run.go(State.ROUTED)
    assert run.trail == [State.TAKEN, State.ROUTED]


def test_nothing_is_delivered_that_was_not_returned_and_measured() -> None:
    before = {state for state, ways in NEXT.items() if State.DELIVERED in ways}

    assert before == {State.RETURNED}
    assert {state for state, ways in NEXT.items() if State.RETURNED in ways} == {State.MEASURED}
