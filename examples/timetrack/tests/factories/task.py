"""Tasks for tests."""

from typing import Any

from tests.support import Made, Person, World


def task_body() -> dict[str, Any]:
    """A good new task."""
    return {"title": "title one", "description": None, "status": "pending"}


async def ready_task(world: World, who: Person) -> tuple[str, dict[str, Any]]:
    """Where to send a good new task, and its body."""
    del world, who  # it needs nothing
    body = task_body()
    return "/tasks", body


async def make_task(world: World, who: Person, /, **changes: Any) -> Made:
    """A stored task, all of whose needs are stored too."""
    path, body = await ready_task(world, who)
    return await world.made(who, path, body | changes)


def _new() -> dict[str, Any]:
    return task_body()


def _whole() -> dict[str, Any]:
    return _new()


BODIES = {"create_task": _new, "replace_task": _whole, "update_task": dict}
