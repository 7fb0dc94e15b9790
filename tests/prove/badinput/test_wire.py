"""Raw requests against a tiny server that answers, hangs, closes and lets itself be fooled."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from backstay.prove.badinput import wire
from backstay.prove.badinput.tables.wires import wires
from backstay.prove.badinput.wire import Wire, run_wire

REFUSED = b"HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


@asynccontextmanager
async def server(answer: bytes, *, closes: bool = True) -> AsyncIterator[int]:
    """The port of a server that reads something, answers, and closes or does not."""
    done = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(answer)
        await writer.drain()
        if not closes:
            await done.wait()
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    yield listening.sockets[0].getsockname()[1]
    done.set()
    listening.close()
    await asyncio.sleep(0.05)


async def judged(row: Wire, answer: bytes, *, closes: bool = True) -> tuple[str, ...]:
    async with server(answer, closes=closes) as port:
        (verdict,) = await run_wire("127.0.0.1", port, [row])
    return verdict.wrong


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(wire, "PATIENCE", 0.3)


ROW = Wire(24, "a request", b"POST / HTTP/1.1\r\n\r\n", (400, 0))


async def test_the_right_status_and_a_closed_connection():
    assert await judged(ROW, REFUSED) == ()
    assert await judged(ROW, b"") == ()


async def test_another_status():
    wrong = await judged(ROW, REFUSED.replace(b"400", b"200"))
    assert wrong == ("status 200 instead of 400 or 0",)


async def test_a_connection_that_stays_open():
    assert await judged(ROW, REFUSED, closes=False) == ("the connection stays open",)
    open_row = Wire(26, "no host", b"GET / HTTP/1.1\r\n\r\n", (400,), closes=False)
    assert await judged(open_row, REFUSED, closes=False) == ()


async def test_two_answers_to_one_request():
    (wrong,) = await judged(ROW, REFUSED * 2)
    assert wrong.startswith("2 answers to one request")


async def test_what_is_endless_ends_with_the_connection():
    row = Wire(20, "endless", b"POST / HTTP/1.1\r\n\r\n", (400, 0), endless=b"a" * 65536)
    assert await judged(row, REFUSED) == ()


def test_the_table_names_each_row_once_and_speaks_to_its_host():
    table = wires("api.example.org:80", "/login")
    assert len({row.name for row in table}) == len(table) > 20
    assert all(1 <= row.row <= 80 for row in table)
    assert any(b"Host: api.example.org:80" in row.sent for row in table)
