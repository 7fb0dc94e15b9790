"""Wire: a small HTTP/1.1 client for load, one request at a time on each connection."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

END = b"\r\n\r\n"


class BrokenError(Exception):
    """The connection ended before an answer was complete."""


@dataclass(slots=True)
class Answer:
    """What load needs of an answer; `etag` is empty where there was none."""

    status: int
    etag: str
    size: int


class Connection(asyncio.Protocol):
    """One connection; `ask` sends a request that is already bytes, and awaits its answer."""

    def __init__(self) -> None:
        self.open = False
        self._transport: asyncio.Transport | None = None
        self._buffer = bytearray()
        self._waiting: asyncio.Future[Answer] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The connection stands."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self.open = True

    def connection_lost(self, exc: Exception | None) -> None:
        """Whoever waits is told; an answer without a length ends here."""
        self.open = False
        answer = parsed(self._buffer, ended=True)
        if answer is not None and exc is None:
            self._answer(answer)
        self._fail(BrokenError(str(exc or "closed by the other side")))

    def data_received(self, data: bytes) -> None:
        """Collect, and answer once everything is there."""
        self._buffer += data
        answer = parsed(self._buffer)
        if answer is not None:
            self._answer(answer)

    async def ask(self, request: bytes) -> Answer:
        """The answer to a request. Raises: BrokenError."""
        if not self.open or self._transport is None:
            raise BrokenError("the connection is closed")
        self._waiting = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return await self._waiting

    def close(self) -> None:
        """Let go of it, whatever is under way."""
        self.open = False
        if self._transport is not None:
            self._transport.abort()

    def _answer(self, answer: Answer) -> None:
        self._buffer.clear()
        waiting, self._waiting = self._waiting, None
        if waiting is not None and not waiting.done():
            waiting.set_result(answer)

    def _fail(self, error: Exception) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and not waiting.done():
            waiting.set_exception(error)


def parsed(buffer: bytearray, *, ended: bool = False) -> Answer | None:
    """The answer that stands in the buffer, None while a part of it is missing.

    Args: buffer; ended, whether the other side has closed: what says no length goes up to there.
    """
    end = buffer.find(END)
    if end < 0:
        return None
    head = bytes(buffer[:end])
    status = int(head[9:12])
    names = head.lower()
    start = end + len(END)
    length = _after(head, names, b"content-length:")
    if length:
        size = int(length)
        complete = len(buffer) >= start + size
    elif b"transfer-encoding: chunked" in names:
        size = len(buffer) - start
        complete = buffer.endswith(b"0" + END)
    else:
        size = len(buffer) - start
        closes = b"connection: close" in names or names.startswith(b"http/1.0")
        complete = ended or not closes
    if not complete:
        return None
    return Answer(status, _after(head, names, b"etag:").decode("latin-1"), size)


def _after(head: bytes, names: bytes, name: bytes) -> bytes:
    """The value of a header; empty where it is missing."""
    at = names.find(b"\r\n" + name)
    if at < 0:
        return b""
    end = names.find(b"\r\n", at + 2)
    return head[at + 2 + len(name) : end if end >= 0 else len(head)].strip()


def request(
    method: str,
    path: str,
    *,
    host: str,
    token: str = "",
    body: bytes = b"",
    etag: str = "",
    headers: Iterable[tuple[str, str]] = (),
) -> bytes:
    """A request as bytes; what is empty is left out."""
    lines = [f"{method} {path} HTTP/1.1", f"host: {host}"]
    if token:
        lines.append(f"authorization: Bearer {token}")
    if etag:
        lines.append(f"if-match: {etag}")
    lines += [f"{name}: {value}" for name, value in headers]
    if body:
        lines += ["content-type: application/json", f"content-length: {len(body)}"]
    elif method != "GET":
        lines.append("content-length: 0")
    return "\r\n".join(lines).encode() + END + body
