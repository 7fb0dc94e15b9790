"""A function made in a loop counts where something keeps it beyond the turn."""

import pytest

from backstay.prove.checking.closure import outlives

KEPT = [
    "    later.on_commit(lambda: moor(boat))",
    "    def act():\n        moor(boat)\n    acts.append(act)",
    "    async def act():\n        moor(boat)\n    create_task(act())",
    "    acts[boat] = lambda: moor(boat)",
    "    self.act = lambda: moor(boat)",
    "    Thread(target=lambda: moor(boat))",
]
USED = [
    "    first = max(boats, key=lambda one: one.at(boat))",
    "    def act():\n        return moor(boat)\n    act()",
    "    act = lambda: moor(boat)",
]


def row(text: str) -> int:
    return next(n for n, line in enumerate(text.split("\n"), 1) if "boat)" in line)


@pytest.mark.parametrize("body", KEPT)
def test_what_is_kept_sees_the_last_value(body):
    text = f"for boat in boats:\n{body}\n"

    assert outlives(text, row(text))


@pytest.mark.parametrize("body", USED)
def test_what_is_used_in_its_turn_sees_its_own(body):
    text = f"for boat in boats:\n{body}\n"

    assert not outlives(text, row(text))


def test_what_cannot_be_told_counts():
    assert outlives("for (", 1)
    assert outlives("a = 1\n", 1)
