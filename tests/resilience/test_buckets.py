import pytest

from backstay.resilience import buckets
from backstay.resilience.buckets import Buckets
from backstay.resilience.quotas import Quota


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_so_many_requests_fit_and_no_more(clock):
    ours = Buckets(Quota("caller", 5, 10.0), clock)
    left = [ours.take("a") for _ in range(6)]
    assert [one.allowed for one in left] == [True] * 5 + [False]
    assert [one.remaining for one in left] == [4, 3, 2, 1, 0, 0]
    assert left[-1].wait == 3
    assert left[-1].reset == 11


def test_they_come_back_one_by_one(clock):
    ours = Buckets(Quota("caller", 5, 10.0), clock)
    for _ in range(5):
        ours.take("a")
    clock.now += 2
    assert ours.take("a").allowed
    assert not ours.take("a").allowed


def test_each_key_has_its_own(clock):
    ours = Buckets(Quota("caller", 1, 10.0), clock)
    assert ours.take("a").allowed
    assert ours.take("b").allowed
    assert not ours.take("a").allowed


def test_looking_takes_nothing(clock):
    ours = Buckets(Quota("login", 2, 10.0), clock)
    assert [ours.look("a").remaining for _ in range(3)] == [2, 2, 2]
    ours.take("a")
    assert ours.look("a").remaining == 1
    ours.take("a")
    assert ours.look("a") == (False, 0, 11, 6)


def test_a_forgotten_key_is_full_again(clock):
    ours = Buckets(Quota("login", 1, 10.0), clock)
    ours.take("a")
    ours.forget("a")
    ours.forget("never seen")
    assert ours.take("a").allowed


def test_memory_is_bounded_and_pruning_does_not_run_for_each_request(clock, monkeypatch):
    monkeypatch.setattr(buckets, "MOST_KEPT", 100)
    ours = Buckets(Quota("guest", 1000, 10.0), clock)
    for number in range(150):
        ours.take(number)
    assert len(ours._full) == 150
    clock.now += 1.1
    ours.take("one more")
    assert len(ours._full) == 1
    for number in range(150):
        ours.take(number)
        ours.take(number)
        for _ in range(200):
            ours.take((number, "busy"))
    clock.now += 1.1
    ours.take("the last")
    assert len(ours._full) <= 100


def test_the_policy_is_one_item_of_the_draft():
    assert Quota("caller", 600, 60).policy == b'"caller";q=600;w=60'


def test_no_request_is_lost_to_the_rounding_of_clock_readings(clock):
    clock.now = 3818.9
    assert clock.now + 3600 - clock.now < 3600
    ours = Buckets(Quota("caller", 1, 3600), clock)
    assert ours.look("a").allowed
    assert ours.take("a").allowed
    assert not ours.take("a").allowed
