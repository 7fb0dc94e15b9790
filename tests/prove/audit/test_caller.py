"""Caller: requests go out to the letter, never away from this machine, and so many at most."""

import pytest

from backstay.prove.audit.caller import Caller, SpentError
from backstay.prove.badinput.case import Attack
from backstay.prove.world.client import NotLoopbackError
from tests.prove.audit.specimen import ANN
from tests.prove.load.server import plain, serving


async def test_requests_go_out_as_they_are_and_secrets_are_not_kept():
    async with serving(lambda *_: plain(200, b"{}", "X-Said: Yes")) as (port, heads):
        caller = Caller(f"http://127.0.0.1:{port}")
        attack = Attack("BREW", "/a/..%2f%00?b=%ZZ", (("x-a", "1"),), b"\xff\x00")
        seen = await caller.ask(attack, ANN)
        await caller.close()
    assert heads[0].startswith("BREW /a/..%2f%00?b=%ZZ HTTP/1.1")
    assert ANN.headers[0][1] in heads[0]
    assert (seen.who, dict(seen.headers), seen.answered["x-said"]) == ("me", {"x-a": "1"}, "Yes")
    assert seen.sent.encode("utf-8", "surrogateescape") == b"\xff\x00"
    assert caller.steps == [seen]


async def test_no_answer_has_the_status_0_after_one_more_try():
    async with serving(lambda *_: b"") as (port, heads):
        caller = Caller(f"http://127.0.0.1:{port}")
        seen = await caller.ask(Attack("GET", "/"))
        await caller.close()
    assert (seen.status, len(heads)) == (0, 2)
    assert seen.body in (b"RemoteProtocolError", b"ReadError")


async def test_a_connection_that_was_closed_meanwhile_is_opened_anew():
    answers = [b"", plain(200)]
    async with serving(lambda *_: answers.pop(0)) as (port, _):
        caller = Caller(f"http://127.0.0.1:{port}")
        assert (await caller.ask(Attack("GET", "/"))).status == 200
        await caller.close()


async def test_what_was_given_is_not_exceeded():
    caller = Caller("http://127.0.0.1:9", requests=1)
    await caller.ask(Attack("GET", "/"))
    with pytest.raises(SpentError, match="sent its 1 requests; --requests allows more"):
        await caller.ask(Attack("GET", "/"))
    await caller.close()
    slow = Caller("http://127.0.0.1:9", seconds=-1)
    with pytest.raises(SpentError, match="--seconds allows more"):
        slow.spend()
    await slow.close()


@pytest.mark.parametrize(
    "base", ["http://127.0.0.1@evil.example", "http://127.evil.example", "http://localhost.evil"]
)
async def test_a_host_that_only_looks_local_is_refused_unless_it_is_named(base):
    with pytest.raises(NotLoopbackError):
        Caller(base)
    await Caller("http://staging:80", allowed=("staging",)).close()
    await Caller("http://[::1]:80").close()
