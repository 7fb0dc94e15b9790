"""Wire: requests that no HTTP library would send, byte by byte over a socket."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from backstay.prove.badinput.case import Attack, Case, Due, Verdict

PATIENCE = 15.0
"""Seconds after which a subject that has neither answered nor closed hangs."""


@dataclass(frozen=True, slots=True)
class Wire:
    """Bytes to send, and what may come back.

    `statuses` are those of a right answer, 0 stands for a closed connection without one; where it
    `closes`, nothing sent after it may be taken for a request of its own. `endless` is sent again
    and again until the subject has had enough.
    """

    row: int
    name: str
    sent: bytes
    statuses: tuple[int, ...]
    closes: bool = True
    endless: bytes = b""


@dataclass(frozen=True, slots=True)
class Heard:
    """What came back: the first status, how many answers, whether the subject closed."""

    status: int
    answers: int
    closed: bool


async def run_wire(host: str, port: int, table: Iterable[Wire]) -> list[Verdict]:
    """Send each row of a table on a connection of its own."""
    return [_judged(wire, await _heard(host, port, wire)) for wire in table]


async def _heard(host: str, port: int, wire: Wire) -> Heard:
    reader, writer = await asyncio.open_connection(host, port)
    raw, closed = b"", False
    pushing = asyncio.create_task(_push(writer, wire))
    try:
        async with asyncio.timeout(PATIENCE):
            while chunk := await reader.read(65536):
                raw += chunk
                if not wire.closes and b"\r\n\r\n" in raw:
                    break
            closed = True
    except TimeoutError:
        pass
    except ConnectionError:
        closed = True
    finally:
        pushing.cancel()
        writer.close()
        with suppress(ConnectionError, asyncio.CancelledError):
            await pushing
    head = raw.partition(b" ")[2][:3]
    return Heard(int(head) if head.isdigit() else 0, raw.count(b"HTTP/1."), closed)


async def _push(writer: asyncio.StreamWriter, wire: Wire) -> None:
    with suppress(ConnectionError):
        writer.write(wire.sent)
        await writer.drain()
        while wire.endless:
            writer.write(wire.endless)
            await writer.drain()


def _judged(wire: Wire, heard: Heard) -> Verdict:
    wrong = []
    if heard.status not in wire.statuses:
        expected = " or ".join(map(str, wire.statuses))
        wrong.append(f"status {heard.status} instead of {expected}")
    if wire.closes and not heard.closed:
        wrong.append("the connection stays open")
    if heard.answers > 1:
        wrong.append(f"{heard.answers} answers to one request: the rest was taken for another")
    attack = Attack(wire.sent.partition(b" ")[0].decode("latin-1")[:20], "", (), wire.sent[:200])
    case = Case(wire.row, wire.name, "wire", attack, Due(wire.statuses[0], bare=True))
    return Verdict(case, heard.status, tuple(wrong))
