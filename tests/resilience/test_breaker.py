from typing import Any

import pytest

from backstay.resilience.breaker import Breaker, BreakerOpen


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def breaker(clock: Clock, **options: Any) -> Breaker:
    return Breaker(**{"least": 4, "recovery_timeout": 10.0, "clock": clock, **options})


def fail(one: Breaker, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(ValueError), one.call():
            raise ValueError


def succeed(one: Breaker, times: int = 1) -> None:
    for _ in range(times):
        with one.call():
            pass


def test_few_calls_make_no_rate(clock):
    one = breaker(clock)
    fail(one, 3)
    assert one.state == "closed"


def test_it_opens_at_the_rate_and_asks_nobody(clock):
    one = breaker(clock)
    succeed(one, 2)
    fail(one, 2)
    assert one.state == "open"
    with pytest.raises(BreakerOpen) as refused, one.call():
        pytest.fail("it was asked")
    assert refused.value.headers == ((b"retry-after", b"10"),)


def test_a_lower_rate_keeps_it_closed(clock):
    one = breaker(clock)
    for _ in range(10):
        succeed(one, 3)
        fail(one)
    assert one.state == "closed"


def test_what_left_the_window_counts_no_more(clock):
    one = breaker(clock, window=5.0)
    fail(one, 3)
    clock.now += 6
    fail(one, 3)
    assert one.state == "closed"


def test_it_tries_again_with_a_few_and_closes(clock):
    one = breaker(clock, probes=2)
    fail(one, 4)
    clock.now += 10
    assert one.state == "half_open"
    succeed(one)
    assert one.state == "half_open"
    succeed(one)
    assert one.state == "closed"
    fail(one)
    assert one.state == "closed"


def test_half_open_lets_no_more_than_its_probes_through(clock):
    one = breaker(clock, probes=1)
    fail(one, 4)
    clock.now += 10
    with one.call(), pytest.raises(BreakerOpen), one.call():
        pytest.fail("a second probe")
    assert one.state == "closed"


def test_a_failing_probe_opens_it_for_as_long_again(clock):
    one = breaker(clock)
    fail(one, 4)
    clock.now += 10
    fail(one)
    assert one.state == "open"
    clock.now += 9
    assert one.state == "open"
    clock.now += 1
    assert one.state == "half_open"


def test_what_is_no_failure_of_theirs_is_not_counted(clock):
    one = breaker(clock)
    for _ in range(10):
        with pytest.raises(KeyError), one.call((ValueError,)):
            raise KeyError
    assert one.state == "closed"
