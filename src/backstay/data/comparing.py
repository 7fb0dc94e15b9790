"""Comparing: what `alembic check` can hold the models and a database against each other by."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from warnings import catch_warnings, filterwarnings

from sqlalchemy import Column, Index, MetaData

from backstay.data.sql import ascending


def comparable(metadata: MetaData) -> Callable[[Any, str | None, str, bool, Any], bool]:
    """What can be compared: no database tells the direction of an index back."""
    written = {
        index.name
        for index in _indexes(metadata)
        if not all(isinstance(part, Column) for part in index.expressions)
    }

    def compared(_: Any, name: str | None, kind: str, __: bool, ___: Any) -> bool:  # noqa: FBT001 Alembic passes it so
        return kind != "index" or name not in written

    return compared


@contextmanager
def untold(metadata: MetaData) -> Iterator[None]:
    """Without warnings of what is left out: a term of an index is no column that SQLite tells."""
    with catch_warnings():
        for index in _indexes(metadata):
            if any(isinstance(part, ascending) for part in index.expressions):
                filterwarnings("ignore", rf".*expression-based index '?{index.name}\b")
        yield


def _indexes(metadata: MetaData) -> Iterator[Index]:
    for table in metadata.tables.values():
        yield from table.indexes
