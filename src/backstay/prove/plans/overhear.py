"""Overhear: wraps the database drivers of the process that it is loaded into.

A copy of this file, named sitecustomize.py, is put on the path of a subject's interpreter, which
then writes every statement with its values to the file that BACKSTAY_OVERHEARD names. It stands
alone: nothing of Backstay is imported in the subject.
"""

import os
import pickle
import sqlite3
import sys
from enum import Enum
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

FILE = os.environ.get("BACKSTAY_OVERHEARD", "")
WATCHED = "asyncpg.prepared_stmt"


def write(sql: str, values: tuple[Any, ...]) -> None:
    """Append one statement; a single write, so that lines of several threads do not mix."""
    plain = tuple(value.value if isinstance(value, Enum) else value for value in values)
    block = pickle.dumps((sql, plain))
    with open(FILE, "ab", buffering=0) as file:  # noqa: PTH123 as little of the subject as can be
        file.write(block)


def overhear_sqlite() -> None:
    """Every connection tells its statements, with their values written out."""
    plain = sqlite3.connect

    def connect(*given: Any, **named: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = plain(*given, **named)
        connection.set_trace_callback(lambda sql: write(sql, ()))
        return connection

    sqlite3.connect = connect  # type: ignore[assignment]  # wrapping it is the point


def overhear_asyncpg(module: ModuleType) -> None:
    """Every prepared statement tells what it is asked."""
    statement = module.PreparedStatement
    plain = statement.fetch

    async def fetch(self: Any, *values: Any, **named: Any) -> Any:
        write(self.get_query(), values)
        return await plain(self, *values, **named)

    statement.fetch = fetch


class Finder(MetaPathFinder):
    """Waits until the subject itself imports asyncpg."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """The module's own spec, with a loader that wraps it afterwards."""
        if name != WATCHED:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is None or spec.loader is None:
            return spec
        run = spec.loader.exec_module

        def exec_module(module: ModuleType) -> None:
            run(module)
            overhear_asyncpg(module)

        spec.loader.exec_module = exec_module  # type: ignore[method-assign]  # as above
        return spec


if FILE:
    overhear_sqlite()
    sys.meta_path.insert(0, Finder())
