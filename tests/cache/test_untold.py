"""A write of which other workers have not heard yet, when the next request comes."""

from uuid import uuid4

from backstay.cache import KeptAnswers, kept
from tests.cache.test_kept import Maker, ask, there


async def test_an_answer_waits_until_the_others_know_of_our_write(monkeypatch):
    monkeypatch.setattr(kept, "PATIENCE", 20.0)
    prefix, make = f"test-{uuid4().hex}", Maker()
    here, other = (KeptAnswers(there(), prefix) for _ in range(2))
    await ask(here, make)

    other.touch("tasks")
    before, answer = other.pending, await ask(other, make)
    assert (before, answer, other.pending) == (True, "answer 2", False)

    assert await ask(here, make) == "answer 2"
    await here.close()
    await other.close()
