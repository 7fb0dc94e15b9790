"""What of users is refused for its values, and how."""

from typing import Any

import pytest

from src.core.security import Role
from tests.factories.user import ready_user
from tests.support import World, code_of, fields_of

BAD: dict[str, list[Any]] = {"email": ["nobody", None], "name": ["x" * 256, "", " ", 5, None]}


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in BAD.items() for value in values]
)
async def test_a_bad_value_is_named(world: World, name: str, value: Any) -> None:
    """422, and the details say which field."""
    who = await world.person(Role.ADMIN)
    path, body = await ready_user(world, who)
    answer = await world.send(who, "POST", path, body | {name: value})

    assert answer.status_code == 422, answer.text
    assert fields_of(answer) == [name]


@pytest.mark.parametrize("name", ["email", "name"])
async def test_a_missing_field_is_named(world: World, name: str) -> None:
    """422 for what must be said."""
    who = await world.person(Role.ADMIN)
    path, body = await ready_user(world, who)
    del body[name]
    answer = await world.send(who, "POST", path, body)

    assert (answer.status_code, fields_of(answer)) == (422, [name])


@pytest.mark.parametrize(
    ("name", "code"), [("id", "read_only_field"), ("no_such_field", "unknown_field")]
)
async def test_what_nobody_sends_is_refused(world: World, name: str, code: str) -> None:
    """Neither what the service sets itself nor what it does not know is ignored."""
    who = await world.person(Role.ADMIN)
    path, body = await ready_user(world, who)
    answer = await world.send(who, "POST", path, body | {name: "x"})

    assert code_of(answer) == (422, code)
