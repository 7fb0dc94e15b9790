from typing import Any

import pytest

from backstay.errors import BodyTooLarge, RequestTimeout
from backstay.web import bodies
from backstay.web.bodies import Bodies
from backstay.web.exchange import Exchange


class Line:
    """A client that sends what it is given, one part at a time."""

    def __init__(self, *parts: bytes, ends: bool = True) -> None:
        self.left = list(parts)
        self.ends = ends
        self.asked = 0

    async def __call__(self) -> dict[str, Any]:
        self.asked += 1
        if not self.left:
            if self.ends:
                return {"type": "http.request", "body": b"", "more_body": False}
            raise TimeoutError
        part = self.left.pop(0)
        more = bool(self.left) or not self.ends
        return {"type": "http.request", "body": part, "more_body": more}


def exchange(length: bytes | None = None) -> Exchange:
    """Of a request that says how long its body is, or sends chunks."""
    if length is None:
        return Exchange([(b"transfer-encoding", b"chunked")])
    return Exchange([(b"content-length", length)])


async def test_a_body_is_counted_while_it_comes():
    receive = Bodies(10).watched(Line(b"12345", b"12345"), exchange())
    assert (await receive())["body"] == b"12345"
    assert (await receive())["more_body"] is False
    receive = Bodies(10).watched(Line(b"12345", b"123456"), exchange())
    await receive()
    with pytest.raises(BodyTooLarge):
        await receive()


async def test_a_body_that_is_longer_than_it_said_is_counted_too():
    receive = Bodies(10).watched(Line(b"12345678901"), exchange(b"3"))
    with pytest.raises(BodyTooLarge):
        await receive()


async def test_it_knows_whether_the_client_has_to_send_more():
    ours = exchange(b"6")
    before = ours.since
    receive = Bodies(10).watched(Line(b"123", b"456"), ours)
    await receive()
    assert (ours.receiving, ours.unread, ours.since) == (True, True, before)
    await receive()
    assert (ours.receiving, ours.unread) == (False, False)
    assert ours.since > before


@pytest.mark.parametrize("headers", [[], [(b"content-length", b"0")]])
def test_what_has_no_body_is_not_watched(headers):
    line = Line()
    assert Bodies(10).watched(line, Exchange(headers)) is line


async def drained(line: Line, ours: Exchange, status: int = 401) -> int:
    """How often the line was asked for more."""
    await Bodies(10).drain(line, ours, status)
    assert not ours.unread
    return line.asked


@pytest.mark.parametrize("length", [b"20", None])
async def test_a_refused_body_is_taken_off_the_line(length):
    assert await drained(Line(*[b"12345"] * 4), exchange(length)) == 4


@pytest.mark.parametrize("length", [b"81", b"nonsense", b"-1"])
async def test_unless_its_word_says_that_it_is_far_too_long(length):
    assert await drained(Line(*[b"12345"] * 4), exchange(length)) == 0


async def test_or_it_is_without_a_word():
    assert await drained(Line(*[b"12345"] * 100), exchange()) == 17


@pytest.mark.parametrize("status", [429, 503])
async def test_where_there_is_no_time_only_little_is_drained(status, monkeypatch):
    monkeypatch.setattr(bodies, "BUSY_BYTES", 15)
    assert await drained(Line(*[b"12345"] * 4), exchange(b"20"), status) == 0
    assert await drained(Line(*[b"12345"] * 3), exchange(b"15"), status) == 3


async def test_nothing_is_drained_of_what_has_stalled():
    ours = exchange(b"20")
    ours.expired = RequestTimeout()
    assert await drained(Line(*[b"12345"] * 4), ours, 408) == 0


async def test_and_not_for_long(monkeypatch):
    monkeypatch.setattr(bodies, "DRAIN_SECONDS", 0.01)
    assert await drained(Line(b"12345", ends=False), exchange(b"20")) == 2
