"""The open and the closed model, against a server in the same process."""

import time
from typing import Any

from backstay.blueprint.operations import Operation
from backstay.prove.load.closed_model import run_closed
from backstay.prove.load.open_model import Passed, Sender, run_open
from backstay.prove.load.shots import Shot
from backstay.prove.load.sockets import Sockets
from tests.prove.load.people import crowd_of, operation_of
from tests.prove.load.server import plain, serving
from tests.prove.shelf import shelf, stock_of

BLUEPRINT = shelf()
CALLER = crowd_of(stock_of(BLUEPRINT), 1)[0]
GET, PUT = operation_of(BLUEPRINT, "get_book"), operation_of(BLUEPRINT, "replace_book")


def shot(operation: Operation = GET, **more: Any) -> Shot:
    return Shot(operation, CALLER, "/a", **more)


async def test_requests_leave_when_they_are_due_and_are_timed_from_then():
    async with serving(lambda head, body: plain(), delay=0.05) as (port, heads):
        sockets = Sockets(port, 5.0)
        passed = await run_open(Sender(sockets, "h", {}), [shot()] * 10, 200.0)
        sockets.close()
    tally = passed.tally(GET)
    assert tally.count == tally.done == len(heads) == 10
    # ten at once, not one after the other
    assert passed.seconds < 0.4
    assert tally.milliseconds(50) >= 50
    assert "authorization: Bearer t0" in heads[0]


class Slow(Sender):
    """Holds the loop up before each request."""

    async def send(self, shot: Shot) -> int:
        time.sleep(0.1)  # noqa: ASYNC251 as it says
        return await super().send(shot)


async def test_what_the_generator_holds_up_counts_as_late():
    async with serving(lambda head, body: plain()) as (port, _):
        sockets = Sockets(port, 5.0)
        passed = await run_open(Slow(sockets, "h", {}), [shot()] * 5, 1_000.0)
        sockets.close()
    assert passed.late >= 3


async def test_a_missing_answer_is_an_error():
    async with serving(lambda head, body: b"") as (port, _):
        sockets = Sockets(port, 5.0)
        passed = await run_closed(Sender(sockets, "h", {}), [shot()] * 3)
    assert passed.whole.errors == 3
    assert passed.whole.statuses == {0: 3}


async def test_versions_go_from_answer_to_request():
    async with serving(lambda head, body: plain(200, b"{}", 'ETag: "2"')) as (port, heads):
        sockets = Sockets(port, 5.0)
        sender = Sender(sockets, "h", {"row": '"1"'})
        await sender.send(shot(PUT, row="row", body=b"{}"))
        await sender.send(shot(PUT, row="row", body=b"{}"))
        await sender.send(shot(signed_in=False))
        sockets.close()
    assert 'if-match: "1"' in heads[0]
    assert 'if-match: "2"' in heads[1]
    assert "authorization" not in heads[2]


async def test_closed_lanes_wait_for_their_answers():
    async with serving(lambda head, body: plain()) as (port, _):
        sockets = Sockets(port, 5.0)
        passed = await run_closed(Sender(sockets, "h", {}), [shot()] * 100)
        sockets.close()
    assert passed.whole.done == 100
    assert 0 < passed.busy <= 1.5
    assert Passed().whole.count == 0
