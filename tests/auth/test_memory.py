"""Remembered tokens never outlive their expiry, their account's standing, or their number."""

from uuid import uuid4

import pytest

from backstay.auth import memory as memories
from backstay.auth.memory import Memory
from backstay.data import Caller

ANN, BOB = Caller(uuid4(), "member"), Caller(uuid4(), "admin")


class Time:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    time = Time()
    monkeypatch.setattr(memories, "time", time)
    return time


def test_a_caller_is_remembered_for_so_many_seconds(time: Time):
    memory = Memory(30)
    memory.keep(b"a", ANN, 5000, 0)
    time.now += 29.9
    assert memory.get(b"a") == ANN
    time.now += 0.1
    assert memory.get(b"a") is None
    assert not memory._headers


def test_a_caller_is_not_remembered_beyond_the_expiry_of_the_token(time: Time):
    memory = Memory(30)
    memory.keep(b"a", ANN, 1001, 0)
    time.now += 1
    assert memory.get(b"a") is None


def test_everything_about_an_account_is_forgotten_and_nothing_else(time: Time):
    memory = Memory(30)
    for header, caller in ((b"a", ANN), (b"b", ANN), (b"c", BOB)):
        memory.keep(header, caller, 5000, 0)
    memory.forget(ANN.user_id)
    assert [memory.get(header) for header in (b"a", b"b", b"c")] == [None, None, BOB]
    memory.forget(uuid4())


def test_what_the_database_said_before_is_not_kept_after(time: Time):
    memory = Memory(30)
    before = memory.epoch
    memory.forget(BOB.user_id)
    memory.keep(b"a", ANN, 5000, before)
    assert memory.get(b"a") is None


def test_no_seconds_remember_nothing(time: Time):
    memory = Memory(0)
    memory.keep(b"a", ANN, 5000, 0)
    assert memory.get(b"a") is None


def test_the_oldest_go_when_there_are_many(time: Time, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(memories, "MOST", 2)
    memory = Memory(30)
    for header in (b"a", b"b", b"c"):
        memory.keep(header, ANN, 5000, 0)
    assert [memory.get(header) for header in (b"a", b"b", b"c")] == [None, ANN, ANN]
