"""Heard: the statements that one request made a subject send."""

import io
import pickle
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from backstay.prove.plans import overhear
from backstay.prove.subject.process import started
from backstay.prove.subject.subject import WIDE_OPEN, Subject


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as the driver got it, and its values in the order of the placeholders."""

    sql: str
    values: tuple[Any, ...] = ()


class Ear:
    """Reads what a subject has sent to its database since the last time."""

    def __init__(self, base: str, file: Path) -> None:
        self.base = base
        self._file = file
        self._read = 0

    def since(self) -> list[Statement]:
        """The statements since the last call, in their order."""
        if not self._file.exists():
            return []
        raw = self._file.read_bytes()[self._read :]
        self._read += len(raw)
        stream, found = io.BytesIO(raw), []
        while stream.tell() < len(raw):
            found.append(Statement(*pickle.load(stream)))  # noqa: S301 written by our own code
        return found


@asynccontextmanager
async def overheard(subject: Subject) -> AsyncIterator[Ear]:
    """A second process of the project on the same database, whose statements can be read.

    Raises: StartError.
    """
    with TemporaryDirectory(prefix="backstay-ear-") as name:
        folder = Path(name)
        shutil.copy(overhear.__file__, folder / "sitecustomize.py")
        file = folder / "overheard"
        settings = {
            **WIDE_OPEN,
            "TOKEN_MEMORY_SECONDS": "300",  # or looking up the caller would count now and then
            "DATABASE_URL": subject.database.url,
            "PYTHONPATH": str(folder),
            "BACKSTAY_OVERHEARD": str(file),
        }
        process = await started(subject.project, settings, folder / "subject.log")
        try:
            yield Ear(process.base, file)
        finally:
            await process.stop()
