from typing import Any

import pytest

from backstay.errors import BodyTooLarge
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
    return Exchange([] if length is None else [(b"content-length", length)])


POST = {"method": "POST"}


async def test_a_body_is_counted_while_it_comes():
    receive = Bodies(10).watched(POST, Line(b"12345", b"12345"), exchange())
    assert (await receive())["body"] == b"12345"
    assert (await receive())["more_body"] is False
    receive = Bodies(10).watched(POST, Line(b"12345", b"123456"), exchange())
    await receive()
    with pytest.raises(BodyTooLarge):
        await receive()


async def test_a_body_that_is_longer_than_it_said_is_counted_too():
    receive = Bodies(10).watched(POST, Line(b"12345678901"), exchange(b"3"))
    with pytest.raises(BodyTooLarge):
        await receive()


async def test_it_knows_whether_the_client_has_to_send_more():
    ours = exchange(b"6")
    before = ours.since
    receive = Bodies(10).watched(POST, Line(b"123", b"456"), ours)
    await receive()
    assert (ours.receiving, ours.since) == (True, before)
    await receive()
    assert not ours.receiving
    assert ours.since > before


@pytest.mark.parametrize(("method", "length"), [("GET", None), ("GET", b"0"), ("DELETE", None)])
def test_what_has_no_body_is_not_watched(method, length):
    line = Line()
    assert Bodies(10).watched({"method": method}, line, exchange(length)) is line


async def test_a_refused_body_is_taken_off_the_line():
    line = Line(*[b"12345"] * 4)
    await Bodies(10).drain(line, exchange(b"20"))
    assert not line.left


@pytest.mark.parametrize("length", [None, b"81", b"nonsense", b"-1"])
async def test_unless_it_is_far_too_long_or_has_no_end(length):
    line = Line(*[b"12345"] * 4)
    await Bodies(10).drain(line, exchange(length))
    assert line.asked == 0


async def test_and_not_for_long(monkeypatch):
    monkeypatch.setattr(bodies, "DRAIN_SECONDS", 0.01)
    await Bodies(10).drain(Line(b"12345", ends=False), exchange(b"20"))
