"""Connections to one SQLite file, and what sqlite3 raises in the domain's words."""

import logging
import re
import sqlite3
from pathlib import Path

from backstay.data.driver import Write
from backstay.data.entity import Entity
from backstay.data.integrity import (
    check_broken,
    reference_broken,
    unique_broken,
    value_missing,
)
from backstay.errors import BackstayError, DatabaseUnavailable, Detail, NotUnique, Unprocessable

logger = logging.getLogger("backstay.data")

BUSY_MILLISECONDS = 5000
# FULL, because an answered write must survive a power cut too; the PRAGMAs hold per connection
_PRAGMAS = f"""
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
PRAGMA foreign_keys=ON;
PRAGMA busy_timeout={BUSY_MILLISECONDS};
PRAGMA mmap_size=268435456;
"""
_AWAY = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_UNIQUE = re.compile(r"UNIQUE constraint failed: (?:index '(?P<index>\w+)'|(?P<columns>.+))")
_CHECK = re.compile(r"CHECK constraint failed: (?P<name>\w+)")
_MISSING = re.compile(r"NOT NULL constraint failed: \w+\.(?P<column>\w+)")


def connect(path: str) -> sqlite3.Connection:
    """A connection in autocommit; DatabaseUnavailable when the file cannot be opened."""
    folder = Path(path).resolve().parent
    if not folder.is_dir():
        raise DatabaseUnavailable(f"The database's folder does not exist: {folder}")
    try:
        connection = sqlite3.connect(
            path, isolation_level=None, check_same_thread=False, cached_statements=512
        )
        connection.executescript(_PRAGMAS)
    except sqlite3.Error as error:
        raise DatabaseUnavailable(f"The database {path} cannot be opened: {error}") from error
    return connection


def named(error: sqlite3.Error, write: Write | None = None) -> Exception:
    """The BackstayError behind a driver error; a programming error comes back as it is."""
    if isinstance(error, sqlite3.IntegrityError):
        return _integrity(str(error), write)
    if isinstance(error, sqlite3.DataError):
        detail = Detail("", "out_of_range", "A value is beyond what can be stored.")
        return Unprocessable(code="out_of_range", details=[detail])
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED:
        logger.error("the database file is damaged, restore it from a backup: %s", error)
    return DatabaseUnavailable() if code in _AWAY | _DAMAGED else error


def _integrity(message: str, write: Write | None) -> BackstayError:
    if found := _UNIQUE.match(message):
        if found["index"]:
            return unique_broken(_table_of_index(found["index"]), found["index"])
        return NotUnique(*(part.partition(".")[2] for part in found["columns"].split(", ")))
    if found := _CHECK.match(message):
        table = getattr(write.statement.table, "name", "") if write is not None else ""
        return check_broken(table, found["name"])
    if found := _MISSING.match(message):
        return value_missing(found["column"])
    return reference_broken(write)


def _table_of_index(name: str) -> str:
    for table in Entity.metadata.tables.values():
        if any(index.name == name for index in table.indexes):
            return table.name
    return ""
