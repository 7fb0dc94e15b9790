"""One request per key at a time: followers wait, and take over when the first has ended."""

import asyncio
from uuid import UUID

import pytest

from backstay.data.idempotency import Key
from backstay.errors import KeyInFlight
from backstay.web.in_flight import InFlight

KEY = Key.of(UUID(int=1), "POST /notes abc", b"body")
OTHER = Key.of(UUID(int=2), "POST /notes abc", b"body")


async def run(turns: InFlight, key: Key, told: list[str], name: str) -> bool:
    async with turns.alone(key) as waited:
        told.append(f"{name} begins")
        await asyncio.sleep(0.01)
        told.append(f"{name} ends")
        return waited


async def test_followers_run_one_after_another():
    told: list[str] = []
    turns = InFlight(5.0)

    waited = await asyncio.gather(*(run(turns, KEY, told, name) for name in "abc"))

    assert waited == [False, True, True]
    assert told[0::2] == [one.replace("ends", "begins") for one in told[1::2]]
    assert turns.running == {}


async def test_keys_of_others_do_not_wait():
    told: list[str] = []
    turns = InFlight(5.0)

    assert not any(await asyncio.gather(run(turns, KEY, told, "a"), run(turns, OTHER, told, "b")))
    assert told[:2] == ["a begins", "b begins"]


async def test_a_first_that_takes_too_long_is_not_waited_for():
    turns = InFlight(0.001)

    async with turns.alone(KEY):
        with pytest.raises(KeyInFlight):
            await run(turns, KEY, [], "late")
    assert await run(turns, KEY, [], "next") is False


async def test_a_first_that_fails_lets_the_next_one_in():
    turns = InFlight(5.0)

    async def fail() -> None:
        async with turns.alone(KEY):
            await asyncio.sleep(0)
            raise LookupError

    failed, waited = await asyncio.gather(
        fail(), run(turns, KEY, [], "next"), return_exceptions=True
    )
    assert isinstance(failed, LookupError)
    assert waited is True
