"""The stand-in fails at everything, and knows how often it was asked."""

import asyncio

import httpx2

from backstay.prove.subject.stand_in import failing


async def test_every_request_is_counted_and_fails():
    async with failing() as other, httpx2.AsyncClient() as client:
        statuses = {(await client.get(f"{other.url}/a")).status_code for _ in range(3)}
    assert statuses == {500}
    assert other.heard == 3


async def test_whoever_asks_nothing_is_not_counted():
    async with failing() as other:
        port = int(other.url.rpartition(":")[2])
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTT")
        writer.write_eof()
        assert await reader.read() == b""
        writer.close()
    assert other.heard == 0
