"""Passwords: argon2id outside the loop, a flood is shed, and weak ones are refused."""

import asyncio
from collections.abc import Iterator
from threading import Event
from types import SimpleNamespace

import pytest

from backstay.auth import Passwords, passwords, refuse_weak
from backstay.errors import Overloaded, Unprocessable


@pytest.fixture
def hashing() -> Iterator[Passwords]:
    made = Passwords()
    yield made
    made.close()


async def test_a_hash_is_argon2id_at_the_floor_and_salted(hashing: Passwords):
    first, second = await asyncio.gather(hashing.hash("open sesame"), hashing.hash("open sesame"))

    assert first.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert first != second
    assert await hashing.verify("open sesame", first)
    assert not await hashing.verify("open sesamE", first)


@pytest.mark.parametrize("stored", [None, "", "no hash", "$argon2id$v=19$m=1$broken"])
async def test_nobody_has_the_password_of_an_unknown_account(hashing: Passwords, stored):
    assert not await hashing.verify("nobody has this password", stored)


async def test_an_unknown_account_costs_as_much_as_a_known_one(hashing: Passwords, monkeypatch):
    """Counted, not timed: one verification against a hash of the same cost, in the threads."""
    seen: list[str] = []

    def verify(_: str, stored: str) -> bool:
        seen.append(stored)
        return True

    monkeypatch.setattr(hashing._hasher, "verify", verify)
    known = await hashing.hash("x")
    assert await hashing.verify("x", known)
    assert not await hashing.verify("x", None)
    assert [one.rsplit("$", 2)[0] for one in seen] == ["$argon2id$v=19$m=19456,t=2,p=1"] * 2


async def test_long_passwords_differ_after_the_72nd_byte(hashing: Passwords):
    stored = await hashing.hash("x" * 72 + "a")
    assert not await hashing.verify("x" * 72 + "b", stored)


async def test_a_flood_is_shed_and_the_loop_stays_free(hashing: Passwords, monkeypatch):
    gate = Event()
    monkeypatch.setattr(hashing._hasher, "hash", lambda password: gate.wait(10) and "hashed")
    waiting = [asyncio.create_task(hashing.hash("x")) for _ in range(passwords.MOST_WAITING)]
    await asyncio.sleep(0)

    with pytest.raises(Overloaded) as caught:
        await hashing.hash("x")
    assert caught.value.status == 503
    for task in waiting[:5]:
        task.cancel()
    gate.set()
    outcomes = await asyncio.gather(*waiting, return_exceptions=True)
    assert outcomes[5:] == ["hashed"] * (passwords.MOST_WAITING - 5)
    assert await hashing.hash("x") == "hashed"
    assert hashing._waiting == 0


STRONG = "zQ8!mPv2#kLw-rT5$"


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("short", "At least 10"),
        ("ninechars", "At least 10"),
        ("x" * 1025, "At most 1024 bytes"),
        ("ü" * 513, "At most 1024 bytes"),
        ("password1234", "easy to guess"),
        ("aaaaaaaaaaaa", "easy to guess"),
        ("ann.lovelace@example.com", "easy to guess"),
        ("example.com", "easy to guess"),
        ("Ann Lovelace", "easy to guess"),
    ],
)
def test_weak_passwords_are_refused(password: str, why: str):
    with pytest.raises(Unprocessable) as caught:
        refuse_weak(password, "ann.lovelace@example.com", "Ann Lovelace")
    (detail,) = caught.value.details
    assert caught.value.code == detail.code == "password_weak"
    assert detail.field == "password"
    assert why in detail.message
    assert password not in detail.message


@pytest.mark.parametrize("password", ["correct horse battery staple", "zQ8!mPv2#kLw", STRONG * 20])
def test_strong_passwords_need_no_composition(password: str):
    refuse_weak(password, "ann@example.com")


def test_only_so_much_of_a_password_is_judged(monkeypatch):
    judged: list[str] = []

    def judge(password: str, parts: list[str]) -> SimpleNamespace:
        judged.append(password)
        return SimpleNamespace(score=4)

    monkeypatch.setattr(passwords, "zxcvbn", judge)
    refuse_weak(STRONG * 50)
    assert [len(one) for one in judged] == [passwords.WEIGHED]
