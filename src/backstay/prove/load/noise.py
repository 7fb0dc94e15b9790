"""Noise: how busy a machine was with other people's work while something was measured."""

from collections.abc import Iterable
from dataclasses import dataclass

import psutil

SERVERS = ("postgres",)
"""A database server works for the subject, but is no child of it."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Seconds of CPU up to now: of the whole machine, of its idling, and of what is ours."""

    whole: float
    idle: float
    ours: float


def usage(pid: int) -> Usage:
    """Up to now, with what the process of that number, its children and this one have used."""
    times = psutil.cpu_times()
    whole = sum(times) - getattr(times, "guest", 0.0) - getattr(times, "guest_nice", 0.0)
    ours = sum(_seconds(one) for one in _family(pid))
    return Usage(whole, times.idle + getattr(times, "iowait", 0.0), ours)


def others_share(before: Usage, after: Usage) -> float:
    """How much of the machine's time between went to neither us nor idling, 0 to 1."""
    whole = after.whole - before.whole
    if whole <= 0:
        return 0.0
    ours = after.ours - before.ours
    busy = whole - (after.idle - before.idle)
    return min(1.0, max(0.0, (busy - ours) / whole))


def _family(pid: int) -> Iterable[psutil.Process]:
    yield psutil.Process()
    try:
        parent = psutil.Process(pid)
        yield parent
        yield from parent.children(recursive=True)
    except psutil.Error:
        pass
    yield from (one for one in psutil.process_iter(["name"]) if one.info["name"] in SERVERS)


def _seconds(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
    except psutil.Error:
        return 0.0
    return float(times.user + times.system)
