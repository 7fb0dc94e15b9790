"""Which units the writer takes together: what waits, up to one that must be alone or the end."""

from queue import SimpleQueue

from backstay.data.sqlite.units import Unit
from backstay.data.sqlite.writer import MOST_IN_GROUP, Writer


def waiting(*units: Unit | None) -> Writer:
    """A writer whose thread was never started, with these in its queue."""
    writer = object.__new__(Writer)
    writer._queue = SimpleQueue()
    for unit in units:
        writer._queue.put(unit)
    return writer


def unit(*, alone: bool = False) -> Unit:
    return Unit(lambda connection: None, alone=alone)


async def test_what_waits_is_taken_together():
    first, second, third = unit(), unit(), unit()

    assert waiting(second, third)._gather(first) == ([first, second, third], None, False)


async def test_one_that_must_be_alone_is_held_back():
    first, second, alone = unit(), unit(), unit(alone=True)

    assert waiting(second, alone, unit())._gather(first) == ([first, second], alone, False)


async def test_the_end_of_the_queue_ends_the_writer():
    first, second = unit(), unit()

    assert waiting(second, None)._gather(first) == ([first, second], None, True)


async def test_a_group_has_a_size():
    group, held, last = waiting(*(unit() for _ in range(MOST_IN_GROUP)))._gather(unit())

    assert (len(group), held, last) == (MOST_IN_GROUP, None, False)


async def test_the_last_group_is_committed_before_the_end(monkeypatch):
    first, second = unit(), unit()
    writer = waiting(first, second, None)
    monkeypatch.setattr(writer, "_commit", lambda group: ["kept"] * len(group))

    writer._run()

    assert [await first.done, await second.done] == ["kept", "kept"]
