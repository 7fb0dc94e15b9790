"""Time entries for tests."""

from typing import Any

from tests.factories.task import make_task
from tests.support import Made, Person, World


def time_entry_body() -> dict[str, Any]:
    """A good new time entry."""
    return {"start_time": "2026-11-20T12:00:00Z", "end_time": None}


async def ready_time_entry(world: World, who: Person) -> tuple[str, dict[str, Any]]:
    """Where to send a good new time entry, and its body; what it needs is stored first."""
    body = time_entry_body()
    parent = await make_task(world, who)
    return f"{parent.path}/time-entries", body


async def make_time_entry(world: World, who: Person, /, **changes: Any) -> Made:
    """A stored time entry, all of whose needs are stored too."""
    path, body = await ready_time_entry(world, who)
    return await world.made(who, path, body | changes)


def _new() -> dict[str, Any]:
    return time_entry_body()


def _whole() -> dict[str, Any]:
    fixed = {"user_id"}
    return {name: value for name, value in _new().items() if name not in fixed}


BODIES = {"create_time_entry": _new, "replace_time_entry": _whole, "update_time_entry": dict}
