import asyncio
from typing import Any

import pytest

from backstay.errors import Overloaded
from backstay.web import load as load_module
from backstay.web.load import FEW, RANKS, TICK, Load

ID = "01a21ba7-987e-7111-bff7-6a2168645254"


def scope(rank: str) -> dict[str, Any]:
    paths = {"lists": "/tasks", "reads": f"/tasks/{ID}", "auth": "/auth/login", "health": "/health"}
    method = "POST" if rank in {"writes", "auth"} else "GET"
    return {"method": method, "path": paths.get(rank, "/tasks")}


@pytest.mark.parametrize("level", range(5))
def test_whoever_ranks_lowest_goes_first(level):
    load = Load(0.1)
    load.level = level
    refused, waits = [], set[bytes]()
    for rank in RANKS:
        try:
            load.check(scope(rank))
        except Overloaded as error:
            refused.append(rank)
            waits.update(dict(error.headers).values())
    assert refused == list(RANKS[:level])
    assert waits <= {b"1", b"2", b"3"}
    assert load.shed == dict.fromkeys(refused, 1)


class Loop:
    """Time that passes as a test says; callbacks run when it is told."""

    now = 0.0
    due: Any = None

    def time(self) -> float:
        return self.now

    def call_at(self, when: float, call: Any) -> None:
        self.due = when, call

    def tick(self, late: float) -> None:
        when, call = self.due
        self.due = None
        self.now = when + late
        call()


@pytest.fixture
def loop(monkeypatch):
    one = Loop()
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: one)
    return one


def test_one_late_tick_is_a_hiccup_two_are_load(loop):
    load = Load(0.1)
    load.start()
    loop.tick(5.0)
    assert load.level == 0
    loop.tick(0.15)
    assert load.level == 1
    assert load.lag == pytest.approx(0.15)
    loop.tick(0.25)
    loop.tick(0.25)
    assert load.level == 2
    loop.tick(9.0)
    loop.tick(9.0)
    assert load.level == 4
    loop.tick(0.0)
    assert load.level == 0


def test_a_queue_for_connections_counts_at_once(loop):
    waits = iter([0.0, 0.15, 0.9, 0.0])
    load = Load(0.1, lambda: next(waits))
    load.start()
    loop.tick(0.0)
    assert (load.level, load.lag, load.wait) == (1, 0.0, 0.15)
    loop.tick(0.0)
    assert load.level == 4
    loop.tick(0.0)
    assert load.level == 0


def refused(load: Load, rank: str) -> bool:
    try:
        load.check(scope(rank))
    except Overloaded:
        return True
    return False


def test_a_crowd_is_turned_away_before_the_next_tick(loop, monkeypatch):
    now = 50.0
    monkeypatch.setattr(load_module, "perf_counter", lambda: now)
    load = Load(0.1)
    for _ in range(FEW + 2):
        load.start()
    now += TICK + 0.05
    assert not refused(load, "lists")
    now += 0.1  # the tick is overdue by 0.15 seconds
    assert refused(load, "lists")
    assert not refused(load, "reads")
    loop.tick(0.0)
    assert not refused(load, "lists")


def test_a_few_that_are_late_are_no_crowd(loop, monkeypatch):
    now = 50.0
    monkeypatch.setattr(load_module, "perf_counter", lambda: now)
    load = Load(0.1)
    for _ in range(FEW + 1):
        load.start()
    now += 9.0
    assert not refused(load, "lists")


def test_the_timer_runs_only_while_there_are_requests(loop):
    load = Load(0.1)
    load.start()
    loop.tick(1.0)
    load.end()
    loop.tick(1.0)
    assert loop.due is None
    assert (load.level, load.lag) == (0, 0.0)
    load.start()
    load.start()
    assert loop.due is not None


def test_it_can_be_switched_off(loop):
    load = Load(0.0)
    load.start()
    assert loop.due is None
    load.end()
