"""Arriving: rows one step away from a uniqueness, and rows whose references say something."""

from typing import Any
from uuid import UUID

import pytest

from backstay.blueprint import parse
from backstay.prove.world.arriving import arrivals
from backstay.prove.world.naming import told_apart
from tests.prove.world.service import Service, world_of

HEAD = """
backstay: 1
service: rooms
roles: [admin, reader]
resources:
  Room: {fields: {label: "text 1..40, unique"}, access: {admin: all}}
  Booking:
    fields:
      room: Room, optional, on delete set null
      guest: User, optional, on delete set null
      note: text, optional
      state: asked | agreed = asked
    flow: {state: asked > agreed}
    rules: {once: "unique room, note when state = agreed", known: "note is null or note != 'no'"}
    actions: {agree: "set state = agreed when state = asked, else 409"}
"""
PATCHED = parse(f"{HEAD}    access: {{admin: all}}\n".encode(), "rooms.yaml")
ACTED = parse(f"{HEAD}    access: {{admin: 'create, read, agree'}}\n".encode(), "rooms.yaml")


@pytest.mark.parametrize(
    ("blueprint", "method", "end"), [(PATCHED, "PATCH", ""), (ACTED, "POST", "/agree")]
)
async def test_each_row_arrives_by_a_request_of_its_own(blueprint, method: str, end: str) -> None:
    service = Service(blueprint)
    world = world_of(blueprint, service)
    who = await world.person("admin")
    booking = blueprint.resource("Booking")
    first = await world.make(booking, who, state="agreed", room_id=None, guest_id=None, note="x")
    first = await told_apart(world, first, who, ("room", "note"))

    tries = await arrivals(world, first, booking.rules[0], 2)

    stored = [row for row in service.memory.rows.values() if row.get("state") == "asked"]
    same = service.memory.rows[first.id]["room_id"]
    assert [row["room_id"] for row in stored] == [same, same]
    for one in tries:
        await one()
    paths = {request.url.path for request in service.asked if request.method == method}
    ours = {path for path in paths if "/bookings/" in path}
    assert ours == {f"/api/v1/bookings/{row['id']}{end}" for row in stored}
    await world.client.close()


async def test_what_named_nothing_names_somebody_or_something() -> None:
    service = Service(PATCHED)
    world = world_of(PATCHED, service)
    who = await world.person("admin")
    booking = PATCHED.resource("Booking")
    empty: dict[str, Any] = {"room_id": None, "guest_id": None, "note": None}
    row = await world.make(booking, who, state="asked", **empty)

    told = await told_apart(world, row, who, ("room", "guest", "note", "state"))

    stored = service.memory.rows[row.id]
    assert stored["guest_id"] == UUID(who.id)
    assert str(stored["room_id"]) in service.memory.rows
    assert stored["note"]
    assert told.data["state"] == "asked"
    await world.client.close()
