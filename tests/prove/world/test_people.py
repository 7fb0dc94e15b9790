"""People: each is new, gets the role that is asked for, and signs in; else it is said why not."""

import pytest

from backstay.prove.world.people import NoPersonError
from tests.prove.shelf import shelf
from tests.prove.world.service import Service, refused, world_of

SHELF = shelf()


async def test_somebody_with_the_role_of_sign_up():
    service = Service(SHELF)
    world = world_of(SHELF, service)
    first, second = [await world.person("reader") for _ in range(2)]
    assert (first.role, first.name, second.name) == ("reader", "reader 1", "reader 2")
    assert first.email != second.email
    assert first.token != second.token
    assert service.memory.ran == []
    assert (world.people.given_first, world.people.joins_as) == ("reader", "reader")


async def test_another_role_is_given_past_the_service_and_shown_as_a_step():
    service = Service(SHELF)
    world = world_of(SHELF, service)
    admin = await world.person("admin", "the first")
    (sql,) = service.memory.ran
    assert sql == f"UPDATE \"users\" SET role = 'admin' WHERE email = '{admin.email}'"
    assert sql in world.client.steps
    assert (admin.name, admin.role) == ("the first", "admin")


@pytest.mark.parametrize(("end", "said"), [("/register", "sign-up"), ("/login", "login")])
async def test_who_cannot_sign_up_or_in_is_nobody(end, said):
    service = Service(SHELF)
    service.refuses[end] = refused(500, "internal")
    with pytest.raises(NoPersonError, match=f"{said} does not work: .*500"):
        await world_of(SHELF, service).person("reader")
