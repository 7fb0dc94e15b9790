"""The queue: first come, first served; and how long one more would wait."""

import asyncio
from typing import Any

import pytest

from backstay.data.postgres.queue import Queue

LINK: Any = object()


class Clock:
    """The loop's time, as a test says."""

    now = 100.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch):
    loop = asyncio.new_event_loop()
    one = Clock()
    monkeypatch.setattr(loop, "time", one.time)
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: loop)
    yield one
    loop.close()


def test_whoever_came_first_is_served_first_and_who_gave_up_is_not(clock):
    queue = Queue()
    first, second, third = (queue.join() for _ in range(3))
    first.cancel()
    assert len(queue) == 3
    assert queue.serve(LINK)
    assert second.result() is LINK
    assert not third.done()
    assert queue.serve(LINK)
    assert not queue.serve(LINK)
    assert not queue


def test_one_more_would_wait_as_long_as_those_before_take_at_this_pace(clock):
    queue = Queue()
    assert queue.seconds() == 0
    for _ in range(30):
        queue.join()
    clock.now += 0.05
    for _ in range(5):
        queue.serve(LINK)
    assert queue.seconds() == pytest.approx(25 * 0.05 / 5)
    clock.now += 0.05
    for _ in range(25):
        queue.serve(LINK)
    assert queue.seconds() == 0


def test_where_no_link_comes_back_it_is_as_long_as_that_has_been_so(clock):
    queue = Queue()
    queue.seconds()
    clock.now += 60  # nobody asked for anything
    waiter = queue.join()
    clock.now += 0.2
    assert queue.seconds() == pytest.approx(0.2)
    clock.now += 0.2
    assert queue.seconds() == pytest.approx(0.4)
    waiter.cancel()
    assert queue.seconds() == 0


def test_links_for_which_nobody_waited_count_too(clock):
    queue = Queue()
    queue.seconds()
    clock.now += 0.05
    for _ in range(50):
        queue.serve(LINK)
    queue.join()
    queue.join()
    assert queue.seconds() == pytest.approx(2 * 0.05 / 50)
