"""Clocks: aware, in UTC, and one that only a test moves."""

from datetime import UTC, datetime, timedelta, timezone

from backstay.clock import FrozenClock, SystemClock


def test_the_systems_time_is_aware_and_in_utc():
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert before <= now <= datetime.now(UTC)
    assert now.tzinfo is UTC


def test_a_frozen_clock_stands_until_it_is_moved():
    east = datetime(2026, 1, 1, 9, tzinfo=timezone(timedelta(hours=9)))
    clock = FrozenClock(east)
    assert clock.now() == clock.now() == east
    assert clock.now().tzinfo is UTC
    clock.advance(minutes=5, seconds=1)
    assert clock.now() - east == timedelta(seconds=301)
