"""Proxy: bytes pass until it cuts, freezes or refuses, and pass again afterwards."""

import asyncio
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pytest

from backstay.prove.subject.proxy import Proxy, proxied

Pair = tuple[asyncio.StreamReader, asyncio.StreamWriter]
SOON = 0.05


@pytest.fixture
async def proxy() -> AsyncIterator[Proxy]:
    """A proxy before a server that sends back what it gets."""

    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(100):
                writer.write(data)
                await writer.drain()
        except ConnectionError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with proxied(f"postgresql://me:secret@127.0.0.1:{port}/shelf") as made:
        yield made
    server.close()
    await server.wait_closed()


async def connected(proxy: Proxy) -> Pair:
    return await asyncio.open_connection("127.0.0.1", urlsplit(proxy.url).port)


async def said(pair: Pair, text: bytes) -> bytes:
    pair[1].write(text)
    return await pair[0].readexactly(len(text))


async def gone(pair: Pair) -> bool:
    """Whether the connection is over, reset or closed."""
    try:
        return await asyncio.wait_for(pair[0].read(1), 5) == b""
    except ConnectionError:
        return True
    finally:
        pair[1].close()


async def test_it_has_the_servers_url_but_for_the_port(proxy):
    parts = urlsplit(proxy.url)
    assert (parts.scheme, parts.username, parts.password) == ("postgresql", "me", "secret")
    assert (parts.hostname, parts.path) == ("127.0.0.1", "/shelf")


async def test_bytes_pass_both_ways(proxy):
    pair = await connected(proxy)
    assert await said(pair, b"one") == b"one"
    pair[1].close()


async def test_what_is_open_is_cut_and_what_comes_next_is_served(proxy):
    pair = await connected(proxy)
    await said(pair, b"one")
    proxy.cut()
    assert await gone(pair)
    again = await connected(proxy)
    assert await said(again, b"two") == b"two"
    again[1].close()


async def test_what_is_frozen_waits_and_loses_nothing(proxy):
    pair = await connected(proxy)
    await said(pair, b"one")
    proxy.freeze()
    asking = asyncio.create_task(said(pair, b"two"))
    done, _ = await asyncio.wait([asking], timeout=SOON)
    assert not done
    proxy.thaw()
    assert await asyncio.wait_for(asking, 5) == b"two"
    pair[1].close()


async def test_new_connections_are_refused_and_open_ones_stay(proxy):
    pair = await connected(proxy)
    await said(pair, b"one")
    proxy.refuse()
    assert await gone(await connected(proxy))
    assert await said(pair, b"two") == b"two"
    proxy.refuse(refusing=False)
    again = await connected(proxy)
    assert await said(again, b"three") == b"three"
    for one in (pair, again):
        one[1].close()


async def test_a_client_that_leaves_takes_its_connection_along(proxy):
    pair = await connected(proxy)
    await said(pair, b"one")
    pair[1].close()
    for _ in range(100):
        if not proxy._writers:
            break
        await asyncio.sleep(0.01)
    assert not proxy._writers
