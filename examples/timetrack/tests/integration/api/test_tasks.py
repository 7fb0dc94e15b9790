"""What works with tasks over the API."""

import pytest

from src.core.security import Role
from tests.factories.task import make_task, ready_task
from tests.support import World


async def test_it_is_created_and_read(world: World) -> None:
    """What was sent is stored, and found where the answer says."""
    who = await world.person(Role.ADMIN)
    path, body = await ready_task(world, who)
    answer = await world.send(who, "POST", path, body)
    assert answer.status_code == 201, answer.text

    found = await world.send(who, "GET", answer.headers["location"])
    assert found.status_code == 200
    assert found.json() == answer.json()
    assert found.json()["data"].items() >= body.items()


async def test_an_unchanged_row_is_not_sent_again(world: World) -> None:
    """304 to whoever has this version already."""
    who = await world.person(Role.ADMIN)
    made = await make_task(world, who)
    answer = await world.send(who, "GET", made.path, if_none_match=made.etag)

    assert (answer.status_code, answer.content) == (304, b"")


async def test_it_is_listed(world: World) -> None:
    """A row is on the list that it belongs to."""
    who = await world.person(Role.ADMIN)
    made = await make_task(world, who)

    assert made.id in await world.ids(who, made.siblings)


@pytest.mark.parametrize("name", ["owner_id", "status"])
async def test_filters_find_equal_rows(world: World, name: str) -> None:
    """Filtering by a row's own value finds the row."""
    who = await world.person(Role.ADMIN)
    made = await make_task(world, who)

    assert made.id in await world.ids(who, made.siblings, **{name: made.data[name]})


@pytest.mark.parametrize("name", ["created_at"])
async def test_ranges_begin_with_their_start_and_end_before_their_end(
    world: World, name: str
) -> None:
    """A row is in the range from its own value, and not in the range up to it."""
    who = await world.person(Role.ADMIN)
    made = await make_task(world, who)
    value = made.data[name]

    assert made.id in await world.ids(who, made.siblings, **{f"{name}_from": value})
    assert made.id not in await world.ids(who, made.siblings, **{f"{name}_to": value})


@pytest.mark.parametrize(
    "name", ["created_at", "-created_at", "title", "-title", "status", "-status"]
)
async def test_lists_are_sorted_both_ways(world: World, name: str) -> None:
    """Sorting loses no row."""
    who = await world.person(Role.ADMIN)
    made = await make_task(world, who)

    assert made.id in await world.ids(who, made.siblings, sort=name)


async def test_search_finds_words(world: World) -> None:
    """A word of the text finds it, another does not."""
    who = await world.person(Role.ADMIN)
    made = await make_task(world, who)
    word = made.data["title"].split()[0]

    assert made.id in await world.ids(who, made.siblings, search=word)
    assert made.id not in await world.ids(who, made.siblings, search="nowhere-to-be-found")


@pytest.mark.parametrize(("name", "wire"), [("owner", "owner_id")])
async def test_a_reference_is_expanded(world: World, name: str, wire: str) -> None:
    """Its row comes along when it is asked for."""
    who = await world.person(Role.ADMIN)
    made = await make_task(world, who)
    answer = await world.send(who, "GET", f"{made.path}?expand={name}")

    assert answer.json()["data"][name]["id"] == made.data[wire]


async def test_a_part_is_changed(world: World) -> None:
    """PATCH changes what it names, and nothing else."""
    made = await make_task(world, who := await world.person(Role.ADMIN))
    change = {"title": "title two"}
    answer = await world.send(who, "PATCH", made.path, change, if_match=made.etag)

    assert answer.status_code == 200, answer.text
    assert answer.json()["data"].items() >= change.items()
    assert answer.headers["etag"] != made.etag


async def test_the_whole_is_replaced(world: World) -> None:
    """PUT takes every field; sending back what was read is allowed."""
    made = await make_task(world, who := await world.person(Role.ADMIN))
    whole = {name: made.data[name] for name in ("title", "description", "status", "owner_id")}
    answer = await world.send(who, "PUT", made.path, whole, if_match=made.etag)

    assert answer.status_code == 200, answer.text
    assert answer.json()["data"].items() >= whole.items()


async def test_it_is_deleted(world: World) -> None:
    """204, and then it is gone."""
    made = await make_task(world, who := await world.person(Role.ADMIN))
    answer = await world.send(who, "DELETE", made.path, if_match=made.etag)
    assert answer.status_code == 204

    assert (await world.send(who, "GET", made.path)).status_code == 404
