"""Deadlines on a service whose endpoint takes as long as a test wants."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from fastapi import APIRouter
from httpx2 import Response

from backstay.web import Anyone, Input, OperationRoute, within
from backstay.web.deadlines import Deadlines
from backstay.web.exchange import Exchange
from tests.desk.app import serving

more = APIRouter(route_class=OperationRoute)


class Anything(Input):
    a: int = 0


@more.get("/slow", response_model=None)
async def slow(_: Anyone) -> Any:
    await asyncio.sleep(30)


@more.get("/patient", response_model=None)
@within(20)
async def patient(_: Anyone) -> Any:
    await asyncio.sleep(0.5)
    return {"done": True}


@more.post("/take", response_model=None)
async def take(_: Anyone, data: Anything) -> Any:
    return {"a": data.a}


def code(answer: Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


async def test_what_takes_too_long_is_given_up(sqlite_url):
    async with serving(sqlite_url, more=more, request_deadline=0.1) as desk:
        assert code(await desk.client.get("/slow")) == (504, "deadline_exceeded")


async def test_an_operation_may_promise_more(sqlite_url):
    async with serving(sqlite_url, more=more, request_deadline=0.1) as desk:
        assert (await desk.client.get("/patient")).json() == {"done": True}


async def test_but_never_more_than_the_ceiling(sqlite_url):
    async with serving(sqlite_url, more=more, deadline_ceiling=0.1) as desk:
        assert code(await desk.client.get("/patient")) == (504, "deadline_exceeded")


async def stalling() -> AsyncIterator[bytes]:
    yield b'{"a":'
    await asyncio.sleep(30)
    yield b"1}"


async def test_a_body_that_stalls_is_given_up_by_its_own_deadline(sqlite_url):
    async with serving(sqlite_url, more=more, body_deadline=0.1, request_deadline=5) as desk:
        kind = {"content-type": "application/json", "content-length": "7"}
        answer = await desk.client.post("/take", content=stalling(), headers=kind)
        assert code(answer) == (408, "request_timeout")
        assert answer.headers["connection"] == "close"


async def unhurried() -> AsyncIterator[bytes]:
    yield b'{"a":'
    await asyncio.sleep(0.6)
    yield b"1}"


async def test_time_to_send_is_not_time_to_answer(sqlite_url):
    async with serving(sqlite_url, more=more, body_deadline=20, request_deadline=0.4) as desk:
        kind = {"content-type": "application/json"}
        answer = await desk.client.post("/take", content=unhurried(), headers=kind)
        assert answer.json() == {"a": 1}


async def test_the_timer_runs_only_while_there_are_requests():
    ours = Deadlines(0.0, most=5, body=5)
    task = asyncio.create_task(asyncio.sleep(30))
    exchange = Exchange([])
    ours.start(task, exchange)
    with pytest.raises(asyncio.CancelledError):
        await task
    assert exchange.expired is not None
    await asyncio.sleep(0.15)  # an expired request is not given up twice
    ours.end(task)
    await asyncio.sleep(0.15)
    assert ours._timer is None
