"""A lock on a project's records, so that several runs write one after another."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = ".build"
SECONDS = 20.0


class BusyError(Exception):
    """Somebody else has held the records for too long."""


@contextmanager
def locked(root: Path, seconds: float = SECONDS) -> Iterator[Path]:
    """The folder of the records, held until the end of the block. Raises: BusyError.

    The lock goes when its holder dies, so a killed run blocks nobody.
    """
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(handle, folder, time.monotonic() + seconds)
        yield folder
    finally:
        os.close(handle)


def _take(handle: int, folder: Path, until: float) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise BusyError(f"another run writes to {folder}; try again") from None
            time.sleep(0.02)
        else:
            return
