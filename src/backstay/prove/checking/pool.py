"""Judges many files, in several processes where that is worth their start."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from backstay.prove.checking.files import Entry
from backstay.prove.checking.judge import judge_file
from backstay.prove.checking.record import Record
from backstay.prove.reading.project import Project

_WORTH = 1_500_000  # bytes; below, a second process starts later than the first ends
_CHUNK = 24


def judge_all(root: Path, waiting: list[Entry], project: Project) -> Iterator[Record]:
    """A record for each file, in no order."""
    workers = min(os.cpu_count() or 1, 8)
    if workers == 1 or sum(one.size for one in waiting) < _WORTH:
        yield from _judged(root, waiting, project)
        return
    import multiprocessing  # noqa: PLC0415 a warm run does without
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 as above

    ordered = sorted(waiting, key=lambda one: -one.size)
    step = max(1, len(ordered) // _CHUNK)
    chunks = [ordered[start::step] for start in range(step)]
    spawned = multiprocessing.get_context("spawn")  # forks of a process with threads may hang
    with ProcessPoolExecutor(workers, mp_context=spawned) as pool:
        jobs = [pool.submit(_judged, root, chunk, project) for chunk in chunks]
        for job in jobs:
            yield from job.result()


def _judged(root: Path, entries: Iterable[Entry], project: Project) -> list[Record]:
    return [judge_file(root, one, project) for one in entries]
