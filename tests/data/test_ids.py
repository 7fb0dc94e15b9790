"""UUID version 7 sorts by time and never repeats."""

from time import time_ns
from uuid import RFC_4122

from backstay.data import ids


def test_ids_have_version_variant_and_time(monkeypatch):
    before = time_ns() // 1_000_000
    made = ids.uuid7()
    after = time_ns() // 1_000_000

    assert (made.version, made.variant) == (7, RFC_4122)
    assert before <= made.int >> 80 <= after


def test_later_ids_are_greater(monkeypatch):
    moments = iter(range(10**18, 10**18 + 10**9, 10**7))
    monkeypatch.setattr(ids, "time_ns", lambda: next(moments))
    made = [ids.uuid7() for _ in range(100)]
    assert made == sorted(made)


def test_ids_of_one_moment_differ(monkeypatch):
    monkeypatch.setattr(ids, "time_ns", lambda: 10**18)
    assert len({ids.uuid7() for _ in range(1000)}) == 1000


def test_all_random_bits_are_used(monkeypatch):
    monkeypatch.setattr(ids, "time_ns", lambda: 0)
    monkeypatch.setattr("os.urandom", lambda amount: b"\xff" * amount)
    assert str(ids.uuid7()) == "00000000-0000-7fff-bfff-ffffffffffff"
