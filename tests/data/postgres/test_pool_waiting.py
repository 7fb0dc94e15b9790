"""Who waits for a link gets one, or hears that there is none."""

import asyncio
from unittest.mock import AsyncMock, Mock

import pytest

from backstay.data.postgres.link import Link
from backstay.data.postgres.pool import Pool


async def test_a_waiter_gets_the_link_that_comes_back_and_the_one_that_replaces_a_dropped_one():
    pool = Pool("postgresql://nobody", size=1, overflow=0, wait=1.0, timeout=1.0)
    first, second = Link(Mock()), Link(Mock())
    pool.links.add(first)
    waiter = asyncio.create_task(pool.take())
    await asyncio.sleep(0)
    pool.give_back(first)
    assert await waiter is first

    # given up at the very moment of the hand-over: the link goes back
    late = asyncio.create_task(pool.take())
    await asyncio.sleep(0)
    pool.give_back(first)
    late.cancel()
    with pytest.raises(asyncio.CancelledError):
        await late
    assert pool.free == [first]

    pool.free.clear()
    pool._connect = AsyncMock(return_value=second)  # type: ignore[method-assign]  # no server here
    waiter = asyncio.create_task(pool.take())
    await asyncio.sleep(0)
    pool.drop(first)
    assert await waiter is second


async def test_closing_stops_the_replacement_of_links():
    pool = Pool("postgresql://nobody", size=1, overflow=0, wait=1.0, timeout=1.0)
    link = Link(Mock())
    pool.links.add(link)
    waiter = asyncio.create_task(pool.take())
    await asyncio.sleep(0)
    pool._connect = AsyncMock(side_effect=asyncio.Event().wait)  # type: ignore[method-assign]  # no server here
    pool.drop(link)
    (replacing,) = pool._tasks
    await asyncio.sleep(0)
    await pool.close()
    with pytest.raises(asyncio.CancelledError):
        await replacing
    waiter.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiter
