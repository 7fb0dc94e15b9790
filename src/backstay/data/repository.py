"""Repository: what services ask of a store of rows; and its implementation over SQL."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql import ClauseElement

from backstay.data.driver import Write
from backstay.data.entity import Entity, new_row
from backstay.data.reading import referring
from backstay.data.rows import Rows
from backstay.data.versions import ANY, Match
from backstay.data.writing import complete, writes_of
from backstay.errors import Conflict, StillReferenced

T = TypeVar("T", bound=Entity)
Values = Mapping[str, Any]


class Repository(ABC, Generic[T]):
    """The rows of one kind, as far as a caller may see them (R-007)."""

    @abstractmethod
    async def find(self, row_id: UUID) -> T | None:
        """The row with this id; None when it is missing, deleted or not the caller's to read."""

    @abstractmethod
    def add(self, values: Values) -> T:
        """A new row, complete before it is stored."""

    @abstractmethod
    def change(self, row: T, values: Values, at: Match = ANY) -> T:
        """The row with new values; refused at the commit when someone changed it meanwhile."""

    @abstractmethod
    def remove(self, row: T, at: Match = ANY) -> None:
        """Delete the row; refused at the commit when someone changed it meanwhile."""


class SqlRepository(Rows[T], Repository[T]):
    """Reads see only what the role may see; writes wait for the commit of the unit of work.

    Attributes:
        restricted_by: columns of other tables that keep a row from being deleted softly; no
            foreign key sees such a deletion (contract.md section 2.6).
    """

    restricted_by: ClassVar[tuple[InstrumentedAttribute[Any], ...]] = ()

    async def check_unreferenced(self, row: T) -> None:
        """Raise StillReferenced while living rows refer to this one through `restricted_by`."""
        for column in self.restricted_by:
            statement = referring(column)
            prepared = self.work.database.prepared(statement, partial(_bare, statement))
            if await self.work.fetch(prepared, {"row_id": row.id}):
                raise StillReferenced

    def add(self, values: Values) -> T:
        """A new row, complete before it is stored: id, times and defaults are made here."""
        row = complete(self.model, values, self.work.now)
        self._write(writes_of(self.model).add, row, Conflict)
        self._tell(row["id"])
        made: T = new_row(self.model, row)
        return made

    def change(self, row: T, values: Values, at: Match = ANY) -> T:
        """The row with new values; refused at the commit when someone changed it meanwhile."""
        if not values:
            return row
        old = row.__dict__
        new = {**old, **values, "row_version": old["row_version"] + 1}
        if "updated_at" in old:
            new["updated_at"] = self.work.now
        binds = {**new, "row_id": old["id"], "old_version": old["row_version"]}
        self._write(writes_of(self.model).change, binds, at.missed())
        self._tell(row.id)
        made: T = new_row(self.model, new)
        return made

    def remove(self, row: T, at: Match = ANY) -> None:
        """Delete the row, softly where the model says so."""
        binds = {"row_id": row.id, "old_version": row.row_version, "now": self.work.now}
        self._write(writes_of(self.model).remove, binds, at.missed())
        self._tell(row.id)

    def _tell(self, row_id: UUID) -> None:
        for watch in self.work.database.watchers(self.model):
            self.work.after_commit(partial(watch, row_id))

    def _write(
        self, statement: Any, values: dict[str, Any], missed: Exception | type[Exception]
    ) -> None:
        prepared = self.work.database.prepared(statement, partial(_bare, statement))
        self.work.write(Write(statement, prepared, values, missed))


def _bare(statement: ClauseElement) -> tuple[ClauseElement, Sequence[ColumnElement[Any]]]:
    """A statement whose rows nobody reads."""
    return statement, ()
