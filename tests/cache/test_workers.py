"""Workers that share one cache in Redis, one whose write is untold yet, and one without Redis."""

from uuid import uuid4

import pytest

from backstay.cache import KeptAnswers, kept
from tests.cache.asking import Maker, ask
from tests.servers import redis_there

NOWHERE = "redis://127.0.0.1:1/0"


@pytest.fixture
def make():
    return Maker()


@pytest.fixture
async def workers(monkeypatch):
    monkeypatch.setattr(kept, "PATIENCE", 20.0)
    url, prefix = redis_there("workers share a cache"), f"test-{uuid4().hex}"
    both = [KeptAnswers(url, prefix) for _ in range(2)]
    yield both
    for one in both:
        await one.close()


async def test_two_workers_share_one_cache(workers, make):
    here, other = workers
    await ask(here, make)
    assert await ask(other, make) == "answer 1"
    other.touch("tasks")
    await other.settle()
    assert await ask(here, make) == "answer 2"


async def test_an_answer_waits_until_the_others_know_of_our_write(workers, make):
    here, other = workers
    await ask(here, make)

    other.touch("tasks")
    before, answer = other.pending, await ask(other, make)
    assert (before, answer, other.pending) == (True, "answer 2", False)

    assert await ask(here, make) == "answer 2"


async def test_without_redis_everything_is_made_anew(make):
    answers = KeptAnswers(NOWHERE, "test")
    assert await ask(answers, make) == "answer 1"
    assert await ask(answers, make) == "answer 2"
    answers.touch("tasks")
    await answers.settle()
    assert answers.pending
    assert answers.counts["lost"] >= 1
    await answers.close()
