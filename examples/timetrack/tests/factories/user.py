"""Users for tests."""

from typing import Any

from tests.factories.auth import register_body
from tests.support import Made, Person, World


def user_body() -> dict[str, Any]:
    """A good new user."""
    return register_body()


async def ready_user(world: World, who: Person) -> tuple[str, dict[str, Any]]:
    """Where to send a good new user, and its body."""
    del world, who  # it needs nothing
    body = user_body()
    return "/users", body


async def make_user(world: World, who: Person, /, **changes: Any) -> Made:
    """A stored user, all of whose needs are stored too."""
    path, body = await ready_user(world, who)
    return await world.made(who, path, body | changes)


def _new() -> dict[str, Any]:
    return user_body()


def _whole() -> dict[str, Any]:
    fixed = {"password"}
    return {name: value for name, value in _new().items() if name not in fixed}


BODIES = {"create_user": _new, "replace_user": _whole, "update_user": dict}
