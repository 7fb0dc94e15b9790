"""Quotas in Redis; what must hold without one is tested without one."""

import socket
from uuid import uuid4

import pytest

from backstay.resilience import shared
from backstay.resilience.quotas import Quota
from backstay.resilience.shared import SharedBuckets, Store
from tests.servers import redis_there

NOWHERE = "redis://127.0.0.1:1/0"


class Failures:
    count = 0

    def __call__(self) -> None:
        self.count += 1


@pytest.fixture
def failures():
    return Failures()


@pytest.fixture
async def store(failures, monkeypatch):
    monkeypatch.setattr(shared, "PATIENCE", 20.0)
    url = redis_there("workers share limits")
    one = Store(url, failures, prefix=f"backstay-test-{uuid4().hex}")
    yield one
    await one.close()


@pytest.mark.parametrize("requests", [7, 600])
async def test_two_workers_never_let_more_through_than_one_would(store, failures, requests):
    workers = [SharedBuckets(Quota("caller", requests, 60), store) for _ in range(2)]
    left = [await workers[number % 2].take("a") for number in range(requests + 20)]
    assert sum(one.allowed for one in left) == requests
    assert left[-1].remaining == 0
    assert left[-1].wait >= 1
    assert failures.count == 0


async def test_looking_takes_nothing_and_sees_the_other_worker(store):
    here, there = (SharedBuckets(Quota("login", 3, 60), store) for _ in range(2))
    assert (await here.look("a")).remaining == 3
    await there.take("a")
    assert (await here.look("a")).remaining == 2


async def test_without_redis_each_worker_counts_for_itself(failures):
    ours = SharedBuckets(Quota("caller", 3, 60), Store(NOWHERE, failures))
    left = [await ours.take("a") for _ in range(4)]
    assert [one.allowed for one in left] == [True, True, True, False]
    assert failures.count == 4


async def test_looking_without_redis(failures):
    ours = SharedBuckets(Quota("login", 3, 60), Store(NOWHERE, failures))
    assert (await ours.look("a")).remaining == 3
    await ours.take("a")
    assert (await ours.look("a")).remaining == 2


async def test_a_frozen_redis_costs_one_short_wait(failures):
    """A server that takes connections and never says a word."""
    silent = socket.create_server(("127.0.0.1", 0))
    store = Store(f"redis://127.0.0.1:{silent.getsockname()[1]}/0", failures)
    ours = SharedBuckets(Quota("caller", 100, 60), store)
    assert (await ours.take("a")).allowed
    assert store.away
    for _ in range(50):
        assert (await ours.take("a")).allowed
    assert failures.count == 51
    await store.close()
    silent.close()


async def test_whoever_is_fast_is_lent_more_and_whoever_is_slow_loses_nothing(store, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(shared, "monotonic", lambda: now[0])
    ours = SharedBuckets(Quota("caller", 1000, 60), store)
    sizes = []
    for _ in range(40):
        await ours.take("fast")
        sizes.append(ours._leases["fast"].size)
    assert sorted(set(sizes)) == [1, 2, 4, 8, 10]
    for _ in range(20):
        await ours.take("slow")
        now[0] += 2
    assert (await ours.look("slow")).remaining == 980
    now[0] += 2
    await ours.take("fast")
    assert ours._leases["fast"].size == 1


async def test_leases_are_bounded(store, monkeypatch):
    monkeypatch.setattr(shared, "MOST_KEPT", 3)
    ours = SharedBuckets(Quota("caller", 600, 60), store)
    for number in range(10):
        await ours.take(number)
    assert len(ours._leases) <= 4
