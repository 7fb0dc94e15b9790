"""Memory: what a subject and its workers hold, over time, and whether it grows."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import combinations
from statistics import median
from time import monotonic

import psutil

EVERY_SECONDS = 0.5
MEGABYTE = 2**20
LEAST_SECONDS = 120.0
WARM_SHARE = 0.4
"""Caches fill and the collector settles first; that is no leak."""
MOST_POINTS = 120

Points = list[tuple[float, float]]


@asynccontextmanager
async def watched(pid: int) -> AsyncIterator[Points]:
    """Seconds and megabytes of the largest process of a tree, taken while the block runs."""
    points: Points = []
    task = asyncio.create_task(_watch(pid, points))
    try:
        yield points
    finally:
        task.cancel()


async def _watch(pid: int, points: Points) -> None:
    began = monotonic()
    while True:
        points.append((monotonic() - began, largest(pid)))
        await asyncio.sleep(EVERY_SECONDS)


def largest(pid: int) -> float:
    """Megabytes of the largest process of a tree: its workers are the parent's children."""
    try:
        parent = psutil.Process(pid)
        family = [parent, *parent.children(recursive=True)]
        return max(float(one.memory_info().rss) for one in family) / MEGABYTE
    except psutil.Error:
        return 0.0


def slope(points: Points) -> float | None:
    """Megabytes a minute after warm-up, by Theil and Sen; None where too short was looked.

    The median of all slopes between two points is not moved by a single jump.
    """
    warm = points[int(len(points) * WARM_SHARE) :]
    if not points or points[-1][0] - points[0][0] < LEAST_SECONDS:
        return None
    step = max(1, len(warm) // MOST_POINTS)
    slopes = (
        (after - before) / (later - earlier)
        for (earlier, before), (later, after) in combinations(warm[::step], 2)
        if later > earlier
    )
    return 60 * median(slopes)
