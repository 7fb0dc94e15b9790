"""States are found in which an action may happen, and in which it may not."""

from collections.abc import Callable, Collection
from typing import Any

import pytest

from backstay.blueprint import Blueprint
from backstay.blueprint.samples.rows import good_row
from backstay.blueprint.samples.values import SOME_ID
from backstay.build.views.testing.acting import acting_tests_view
from backstay.build.views.testing.states import Start, ready, unready

QUEST = """
  Room:
    fields: {name: text}
  Quest:
    fields:
      state: posted | taken | done = posted
      room: Room, optional
      taker: User, optional
      begun: datetime, optional
      ended: datetime, optional
      price: decimal 6.2 = 0
    flow: {state: "posted > taken > done"}
    rules:
      done_has_times: state != done or (begun is not null and ended is not null)
      in_order: begun is null or ended is null or ended > begun
    actions:
      finish: set state = done, ended = now when state = taken and room is not null, else 409
      never: set state = taken when state = done
      pay: set price = 1
    access: {admin: "create, read, pay", taker: "read, finish, never"}
"""


@pytest.fixture
def blueprint(contract: Callable[[str], Blueprint]) -> Blueprint:
    return contract(QUEST)


def states(blueprint: Blueprint, name: str, still: Collection[str] = ()) -> tuple[Any, Any]:
    quest = blueprint.resource("Quest")
    action = next(one for one in quest.actions if one.name == name)
    start = Start(good_row(blueprint, quest) or {}, still=still)
    return (ready(blueprint, quest, action, start), unready(blueprint, quest, action, start))


def test_rules_hold_before_and_after(blueprint):
    row, refused = states(blueprint, "finish")

    assert (row["state"], row["room"]) == ("taken", SOME_ID)
    assert row["begun"] is not None
    assert refused["state"] == "posted"


def test_what_must_stay_is_not_changed(blueprint):
    assert states(blueprint, "finish", still=["room"])[0] is None


def test_an_action_that_asks_for_nothing_is_refused_by_nothing(blueprint):
    row, refused = states(blueprint, "pay")

    assert row is not None
    assert refused is None


def test_whoever_may_only_do_it_to_rows_of_their_own_gets_one(blueprint):
    view = acting_tests_view(blueprint, blueprint.resource("Quest"))

    finish = next(one for one in view.happening if one.name == "finish")
    assert ("taker_id", "KNOWN") in {(pair.name, pair.value) for pair in finish.state}


def test_what_can_never_happen_is_reported_and_not_tested(blueprint):
    view = acting_tests_view(blueprint, blueprint.resource("Quest"))

    assert "never" not in {one.name for one in view.happening}
    assert view.untested == ("not tested: no Quest was found to never",)
