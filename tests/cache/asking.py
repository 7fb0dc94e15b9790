"""Asking for answers that are kept, of a maker that tells how often it was asked."""

import asyncio

from backstay.cache import Kept, KeptAnswers


class Maker:
    """Makes another answer each time, or what it is told to."""

    def __init__(self) -> None:
        self.made = 0
        self.gives: Kept | None = None
        self.begun = asyncio.Event()
        self.gate = asyncio.Event()
        self.gate.set()

    async def __call__(self) -> Kept | None:
        self.made += 1
        number = self.made
        self.begun.set()
        await self.gate.wait()
        return self.gives or Kept([("etag", '"1"')], f"answer {number}")


async def ask(answers: KeptAnswers, make: Maker, key: str = "key", seconds: float = 60) -> str:
    found = await answers.answer(key, ("tasks", "users"), seconds, make)
    assert found is not None
    return found.body
