import asyncio

import pytest

from backstay.prove.load.sockets import Sockets, address_of
from backstay.prove.load.wire import BrokenError, request
from tests.prove.load.server import plain, serving

ASK = request("GET", "/", host="h")


def test_addresses_are_on_loopback_and_differ():
    found = [address_of(place) for place in range(5_000)]
    assert len(set(found)) == 5_000
    assert found[0] == "127.0.1.1"
    assert all(0 < int(part) < 255 for one in found for part in one.split(".")[2:])


async def test_a_connection_is_used_again():
    async with serving(lambda head, body: plain()) as (port, _):
        sockets = Sockets(port, 5.0)
        for _ in range(3):
            await sockets.ask("127.0.0.1", ASK)
        assert len(sockets._all) == 1
        await asyncio.gather(*(sockets.ask("127.0.0.1", ASK) for _ in range(4)))
        assert len(sockets._all) == 4
        sockets.close()


async def test_one_that_was_closed_meanwhile_is_not():
    async with serving(lambda head, body: plain()) as (port, _):
        sockets = Sockets(port, 5.0)
        await sockets.ask("127.0.0.1", ASK)
        next(iter(sockets._all)).close()
        assert (await sockets.ask("127.0.0.1", ASK)).status == 200
        sockets.close()


async def test_an_answer_that_takes_too_long_is_given_up():
    async with serving(lambda head, body: plain(), delay=5.0) as (port, _):
        sockets = Sockets(port, 0.05)
        with pytest.raises(TimeoutError):
            await sockets.ask("127.0.0.1", ASK)
        assert not sockets._all


async def test_a_broken_connection_is_told():
    async with serving(lambda head, body: b"") as (port, _):
        sockets = Sockets(port, 5.0)
        with pytest.raises(BrokenError):
            await sockets.ask("127.0.0.1", ASK)
