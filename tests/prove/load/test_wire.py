import asyncio

import pytest

from backstay.prove.load.wire import BrokenError, Connection, parsed, request
from tests.prove.load.server import plain, serving


def test_a_request_says_only_what_it_has():
    bare = request("GET", "/a", host="h")
    assert bare == b"GET /a HTTP/1.1\r\nhost: h\r\n\r\n"
    full = request("PUT", "/a", host="h", token="t", body=b"{}", etag='"1"')
    assert b"authorization: Bearer t\r\n" in full
    assert b'if-match: "1"\r\n' in full
    assert full.endswith(b"content-length: 2\r\n\r\n{}")
    assert b"content-length: 0" in request("POST", "/a", host="h")


@pytest.mark.parametrize("cut", range(1, 59))
def test_an_answer_is_read_when_it_is_whole(cut):
    whole = plain(201, b"0123456789", 'ETag: "7"')
    assert parsed(bytearray(whole[:cut])) is None
    answer = parsed(bytearray(whole))
    assert answer is not None
    assert (answer.status, answer.etag, answer.size) == (201, '"7"', 10)


def test_answers_in_chunks_and_without_a_body():
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
    assert parsed(bytearray(chunked)) is not None
    assert parsed(bytearray(chunked[:-3])) is None
    empty = parsed(bytearray(b"HTTP/1.1 204 No Content\r\n\r\n"))
    assert empty is not None
    assert empty.size == 0


async def test_one_connection_asks_again_and_again():
    async with serving(lambda head, body: plain()) as (port, heads):
        loop = asyncio.get_running_loop()
        _, connection = await loop.create_connection(Connection, "127.0.0.1", port)
        for _ in range(3):
            assert (await connection.ask(request("GET", "/", host="h"))).status == 200
        assert len(heads) == 3
        connection.close()
        with pytest.raises(BrokenError):
            await connection.ask(b"")


async def test_a_connection_that_ends_tells_who_waits():
    async with serving(lambda head, body: b"") as (port, _):
        loop = asyncio.get_running_loop()
        _, connection = await loop.create_connection(Connection, "127.0.0.1", port)
        with pytest.raises(BrokenError, match="closed by the other side"):
            await connection.ask(request("GET", "/", host="h"))
        assert not connection.open


async def test_what_nobody_asked_for_is_dropped():
    connection = Connection()
    connection.data_received(plain())
    connection.connection_lost(None)
    connection.close()
    assert not connection.open


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\nConnection: close", b"HTTP/1.0 200 OK"])
def test_an_answer_without_a_length_ends_with_the_connection(head):
    buffer = bytearray(head + b"\r\n\r\nab")
    assert parsed(buffer) is None
    answer = parsed(buffer, ended=True)
    assert answer is not None
    assert (answer.status, answer.size) == (200, 2)


async def test_a_closing_server_is_heard_to_its_end():
    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello")
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    _, connection = await asyncio.get_running_loop().create_connection(
        Connection, "127.0.0.1", port
    )
    answer = await connection.ask(request("GET", "/", host="h", headers=[("x-a", "1")]))
    assert (answer.status, answer.size, connection.open) == (200, 5, False)
    server.close()
