import asyncio

from backstay.cache.generations import Generations


class Store:
    """A shared store that can be made to fail."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.fails = False

    async def incr(self, name: str) -> None:
        if self.fails:
            raise ConnectionError
        self.numbers[name] = self.numbers.get(name, 0) + 1

    async def get_many(self, *names: str) -> list[int | None]:
        return [self.numbers.get(name) for name in names]


async def test_in_one_process_a_write_counts_at_once():
    ours = Generations(None, shared=False)
    assert await ours.of(("a", "b")) == "0.0"
    ours.count_up("a")
    ours.count_up("a")
    assert not ours.pending
    assert await ours.of(("a", "b")) == "2.0"


async def test_other_workers_know_once_it_is_settled():
    store = Store()
    here, there = Generations(store, shared=True), Generations(store, shared=True)
    here.count_up("a")
    before = here.pending
    await here.settle()
    assert (before, here.pending) == (True, False)
    assert await there.of(("a", "b")) == "1.0"


async def test_what_could_not_be_told_is_told_later():
    store = Store()
    ours = Generations(store, shared=True)
    store.fails = True
    ours.count_up("a")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    store.fails = False
    before = ours.pending
    await ours.settle()
    assert (before, ours.pending) == (True, False)
    assert await ours.of(("a",)) == "1"
