"""What is measured once for all trials of a subject."""

from types import SimpleNamespace
from typing import Any

import pytest

from backstay.prove.world.world import World
from tests.prove.shelf import shelf


@pytest.fixture
def world() -> World:
    project = SimpleNamespace(blueprint=shelf())
    subject: Any = SimpleNamespace(project=project, database=None)
    client: Any = None
    return World(subject, client)


async def test_it_is_done_once(world):
    done = []

    async def measure(world: World) -> int:
        done.append(world)
        return len(done)

    assert [await world.once(measure) for _ in range(3)] == [1, 1, 1]
    assert done == [world]


async def test_what_failed_fails_for_everybody_who_asks(world):
    done = []

    async def measure(_: World) -> int:
        done.append(1)
        raise ValueError("no")

    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            await world.once(measure)
    assert len(done) == 1
