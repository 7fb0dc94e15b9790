import asyncio
import os

from backstay.prove.load import memory
from backstay.prove.load.memory import largest, slope, watched


def test_growth_is_seen_and_a_jump_is_not():
    steady = [(float(second), 200.0) for second in range(200)]
    growing = [(second, held + second / 60 * 3) for second, held in steady]
    jump = [(second, held + (50 if second == 150 else 0)) for second, held in steady]
    assert slope(steady) == 0
    assert 2.9 < (slope(growing) or 0) < 3.1
    assert slope(jump) == 0


def test_what_grows_while_it_warms_up_only_is_no_leak():
    points = [(float(second), min(200.0, 100.0 + second * 2)) for second in range(300)]
    assert slope(points) == 0


def test_too_short_a_look_says_nothing():
    assert slope([]) is None
    assert slope([(float(second), 1.0) for second in range(100)]) is None


def test_the_largest_process_of_a_tree_counts():
    assert largest(os.getpid()) > 10
    assert largest(0x7FFFFFFF) == 0.0


async def test_points_are_taken_while_the_block_runs(monkeypatch):
    monkeypatch.setattr(memory, "EVERY_SECONDS", 0.01)
    async with watched(os.getpid()) as points:
        await asyncio.sleep(0.1)
    seen = len(points)
    await asyncio.sleep(0.05)
    assert seen == len(points) > 2
