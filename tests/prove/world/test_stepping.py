"""Stepping: a condition on a state is reached by a change, or an action, that somebody may do."""

from typing import Any

import pytest

from backstay.blueprint import Blueprint, parse
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.stepping import begins, step_into

ROOM: dict[str, Any] = {"state": "agreed", "room": "a", "agreed_by": None}


def bookings(access: str, rule: str = "unique room when state = agreed") -> Blueprint:
    return parse(
        f"""
backstay: 1
service: rooms
roles: [admin, member]
resources:
  Booking:
    fields:
      room: text
      state: asked | agreed | done = asked
      agreed_by: User = caller, optional
    flow: {{state: "asked > agreed > done"}}
    rules: {{once: {rule}}}
    actions: {{agree: "set state = agreed when state = asked, else 409"}}
    access: {access}
""".encode(),
        "rooms.yaml",
    )


def when(blueprint: Blueprint):
    return blueprint.resource("Booking").rules[0].when


def test_a_new_row_stands_at_the_start_of_its_flow() -> None:
    blueprint = bookings("{admin: all}")
    booking = blueprint.resource("Booking")
    assert not begins(booking, ROOM, when(blueprint))
    assert begins(booking, ROOM, None)
    first = bookings("{admin: all}", "unique room when state = asked")
    assert begins(first.resource("Booking"), {**ROOM, "state": "asked"}, when(first))


def test_the_step_is_taken_by_who_may_change_the_field() -> None:
    blueprint = bookings("{admin: all}")
    step, hands = step_into(blueprint, blueprint.resource("Booking"), ROOM, when(blueprint))
    assert (step.field.name, step.before, step.after, step.action) == (
        *("state", "asked", "agreed"),
        "",
    )
    assert hands.actor == "admin"


def test_where_nobody_may_an_action_takes_it() -> None:
    blueprint = bookings('{admin: "create, read", member: "create, read, agree"}')
    step, hands = step_into(blueprint, blueprint.resource("Booking"), ROOM, when(blueprint))
    assert step.action == "agree"
    assert hands.actor == "member"


def test_where_no_one_step_leads_there_it_is_said() -> None:
    blueprint = bookings('{admin: "create, read"}')
    with pytest.raises(NoRowError, match="no step of a flow"):
        step_into(blueprint, blueprint.resource("Booking"), ROOM, when(blueprint))
