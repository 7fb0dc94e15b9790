"""Kept answers in memory, and in Redis where there is one."""

import asyncio
from uuid import uuid4

import pytest

from backstay.cache import Kept, KeptAnswers, kept
from tests.cache.asking import Maker, ask
from tests.servers import redis_there


@pytest.fixture
def make():
    return Maker()


@pytest.fixture(params=["memory", "redis"])
async def answers(request, monkeypatch):
    monkeypatch.setattr(kept, "PATIENCE", 20.0)
    url = redis_there("workers share a cache") if request.param == "redis" else ""
    one = KeptAnswers(url, f"test-{uuid4().hex}")
    yield one
    await one.close()


async def test_an_answer_is_made_once(answers, make):
    assert [await ask(answers, make) for _ in range(3)] == ["answer 1"] * 3
    assert answers.counts == {"miss": 1, "hit": 2}


async def test_each_key_has_its_own(answers, make):
    assert await ask(answers, make, "ann") == "answer 1"
    assert await ask(answers, make, "bob") == "answer 2"


@pytest.mark.parametrize("table", ["tasks", "users"])
async def test_a_write_to_any_of_the_tables_empties(answers, make, table):
    await ask(answers, make)
    answers.touch("other")
    await answers.settle()
    assert await ask(answers, make) == "answer 1"
    answers.touch(table)
    await answers.settle()
    assert not answers.pending
    assert await ask(answers, make) == "answer 2"


async def test_it_is_gone_after_its_time(answers, make):
    await ask(answers, make, seconds=0.05)
    await asyncio.sleep(0.3)
    assert await ask(answers, make) == "answer 2"


async def test_many_who_ask_at_once_wait_for_one(answers, make):
    make.gate.clear()
    asking = [asyncio.create_task(ask(answers, make)) for _ in range(5)]
    await make.begun.wait()
    await asyncio.sleep(0.05)
    make.gate.set()
    assert await asyncio.gather(*asking) == ["answer 1"] * 5


async def test_what_fails_for_one_is_tried_by_the_next(answers):
    calls = []

    async def failing() -> Kept:
        calls.append(1)
        await asyncio.sleep(0.05)
        if len(calls) == 1:
            raise ValueError
        return Kept([], "good")

    asking = [answers.answer("key", ("tasks",), 60, failing) for _ in range(3)]
    found = await asyncio.gather(*asking, return_exceptions=True)
    assert sum(isinstance(one, ValueError) for one in found) == 1
    assert [one.body for one in found if isinstance(one, Kept)] == ["good", "good"]


async def test_nothing_to_keep_is_not_kept(answers):
    async def nothing() -> None:
        return None

    assert await answers.answer("key", ("tasks",), 60, nothing) is None
    assert await answers.answer("key", ("tasks",), 60, nothing) is None
    assert answers.counts == {"miss": 2}


async def test_what_is_too_large_is_answered_and_not_kept(answers, make):
    make.gives = Kept([], "a" * (kept.MOST_BYTES + 1))
    for _ in range(2):
        await ask(answers, make)
    assert make.made == 2


async def test_an_answer_that_was_made_before_a_write_is_never_used_after_it(answers, make):
    make.gate.clear()
    slow = asyncio.create_task(ask(answers, make))
    await make.begun.wait()
    answers.touch("tasks")
    await answers.settle()
    make.gate.set()
    await slow
    assert await ask(answers, make) == "answer 2"
