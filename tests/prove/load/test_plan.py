from collections import Counter

import pytest

from backstay.blueprint.operations import operations
from backstay.prove.load import plan
from backstay.prove.load.plan import planned
from backstay.prove.world.people import NoPersonError
from tests.prove.load.people import Client, crowd_of, world_of
from tests.prove.shelf import shelf, stock_of


@pytest.fixture
def no_sessions(monkeypatch):
    async def sessions(world, callers, amount):
        return callers[:amount]

    monkeypatch.setattr(plan, "sessions", sessions)


async def test_every_operation_is_there_and_nobody_is_asked_too_often(no_sessions):
    blueprint = shelf()
    stock = stock_of(blueprint)
    found = await planned(world_of(blueprint), stock, crowd_of(stock), 600, 60)
    assert {shot.operation.id for shot in found.shots} | {one.id for one in found.lacks} == {
        one.id for one in operations(blueprint)
    }
    assert not found.lacks
    assert max(Counter(shot.caller.address for shot in found.shots).values()) <= 60


def test_reads_alone():
    blueprint = shelf()
    stock = stock_of(blueprint)
    found = plan.reads(world_of(blueprint), stock, crowd_of(stock), 600, 60)
    assert {shot.operation.method for shot in found} == {"GET"}
    assert len(found) > 200


async def test_what_cannot_be_sent_is_named(monkeypatch):
    async def sessions(world, callers, amount):
        raise NoPersonError("login does not work")

    monkeypatch.setattr(plan, "sessions", sessions)
    blueprint = shelf()
    stock = stock_of(blueprint)
    found = await planned(world_of(blueprint, Client(500)), stock, crowd_of(stock), 100, 60)
    lacks = {one.id: why for one, why in found.lacks.items()}
    assert lacks["refresh"] == "login does not work"
    assert "no Book to delete can be made" in lacks["delete_book"]


async def test_without_a_crowd_that_may_there_is_a_reason(no_sessions):
    blueprint = shelf()
    stock = stock_of(blueprint)
    readers = [one for one in crowd_of(stock) if one.person.role == "reader"]
    found = await planned(world_of(blueprint), stock, readers, 100, 60)
    lacks = {one.id: why for one, why in found.lacks.items()}
    assert lacks["delete_user"] == lacks["create_user"]
    assert lacks["create_user"] == "no seeded row was found that somebody may use it on"
