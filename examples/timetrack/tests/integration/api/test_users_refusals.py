"""What is refused of users over the API, and how."""

from typing import Any

import pytest

from src.core.security import Role
from tests.factories.user import make_user, ready_user
from tests.support import World, code_of


@pytest.mark.parametrize(("fields", "values"), [pytest.param({"email"}, {}, id="email")])
async def test_what_is_unique_comes_once(
    world: World, fields: set[str], values: dict[str, Any]
) -> None:
    """409 to the second."""
    who = await world.person(Role.ADMIN)
    path, body = await ready_user(world, who)
    first = await world.made(who, path, body | values)
    body |= values | {name: first.data[name] for name in fields}
    answer = await world.send(who, "POST", path, body)

    assert code_of(answer) == (409, "not_unique")


@pytest.mark.parametrize(("role", "method"), [(Role.MEMBER, "POST")])
async def test_a_role_without_the_right_is_refused(world: World, role: Role, method: str) -> None:
    """403 to whoever may know of the row, and may not do this."""
    made = await make_user(world, await world.person(Role.ADMIN))
    path = made.siblings if method == "POST" else made.path
    body: Any = {} if method in ("POST", "PATCH") else None
    answer = await world.send(await world.person(role), method, path, body, if_match=made.etag)

    assert code_of(answer) == (403, "forbidden")


@pytest.mark.parametrize(("role", "method"), [(Role.MEMBER, "DELETE")])
async def test_not_even_ones_own(world: World, role: Role, method: str) -> None:
    """403 on a row of the caller's own, which they may read."""
    who = await world.person(role)
    path = f"/users/{who.id}"
    answer = await world.send(who, method, path, {} if method == "PATCH" else None)

    assert code_of(answer) == (403, "forbidden")


async def test_a_change_of_another_version_is_refused(world: World) -> None:
    """Nobody's change is lost."""
    made = await make_user(world, who := await world.person(Role.ADMIN))
    change = {"name": "name two"}
    stale = await world.send(who, "PATCH", made.path, change, if_match='"9999"')
    assert code_of(stale) == (412, "precondition_failed")
