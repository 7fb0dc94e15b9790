"""Rows: the reading half of a repository."""

from collections.abc import Awaitable, Callable, Hashable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Select, false

from backstay.data import reading
from backstay.data.caller import Caller
from backstay.data.driver import Rows as Records
from backstay.data.entity import Entity, new_rows
from backstay.data.listing import Listing, words_of
from backstay.data.paging import CursorPage, CursorRequest, Page, PageRequest
from backstay.data.prepared import Prepared
from backstay.data.unit_of_work import UnitOfWork

T = TypeVar("T", bound=Entity)


class Rows(Generic[T]):
    """The rows of one model, as far as the caller may read them.

    Attributes:
        model: the mapped class.
        visible: for each role that may read at all, the rows that it may read. The caller's id
            is CALLER there. A role that is not named sees nothing.
    """

    model: ClassVar[type[Entity]]
    visible: ClassVar[Mapping[str, ColumnElement[bool]]]

    def __init__(self, work: UnitOfWork, caller: Caller) -> None:
        self.work = work
        self.caller = caller

    async def find(self, row_id: UUID) -> T | None:
        """The row with this id; None when it is missing, deleted or not the caller's to read."""
        found = await self.rows(reading.by_id(self.model), row_id=row_id)
        return found[0] if found else None

    async def first(self, statement: Select[T], **values: Any) -> T | None:
        """The first row that a statement finds among what the caller may read."""
        found = await self.rows(statement, **values)
        return found[0] if found else None

    async def rows(self, statement: Select[T], **values: Any) -> list[T]:
        """All rows that a statement finds among what the caller may read.

        Args: statement, made once per process, for it is compiled once; values of its binds.
        """
        prepared = self._prepared(statement, partial(self._selected, statement))
        return self._made(prepared, await self._fetch(prepared, values))

    async def sees(self, row_id: UUID) -> bool:
        """Whether the caller may read the row with this id."""
        return await self.find(row_id) is not None

    async def among(self, ids: Sequence[UUID]) -> list[T]:
        """The readable rows with these ids, in one statement."""
        return await self.rows(reading.by_ids(self.model), ids=ids)

    async def attach(self, rows: Iterable[Entity], name: str) -> None:
        """Set `row.NAME` to the row behind `NAME_id`, or None where the caller may not read it.

        One statement for all of them (contract.md section 2.4, expand).
        """
        rows = list(rows)
        ids = {row.__dict__[f"{name}_id"] for row in rows} - {None}
        found = {row.id: row for row in await self.among(list(ids))} if ids else {}
        for row in rows:
            row.__dict__[name] = found.get(row.__dict__[f"{name}_id"])

    async def page(
        self, statement: Select[T], listing: Listing, query: PageRequest, **values: Any
    ) -> Page[T]:
        """One numbered page, filtered, searched and sorted as the query asks, and the total."""
        key, asked, binds = self._asked(statement, listing, query)
        binds |= values | {"limit": query.limit, "offset": (query.page - 1) * query.limit}
        prepared = self._prepared(
            ("page", *key), lambda: reading.numbered(self.model, asked(), listing.order(query.sort))
        )
        records = await self._fetch(prepared, binds)
        if records or query.page == 1:
            total = records[0][-1] if records else 0
        else:
            counted = self._prepared(("count", *key), lambda: (reading.count(asked()), ()))
            total = (await self._fetch(counted, binds))[0][0]
        return Page(self._made(prepared, records), total, query.page, query.limit)

    async def cursor_page(
        self, statement: Select[T], listing: Listing, query: CursorRequest, **values: Any
    ) -> CursorPage[T]:
        """The rows after the query's cursor; CursorInvalid for one that is not of this list."""
        key, asked, binds = self._asked(statement, listing, query)
        keys = listing.order(query.sort)
        columns = reading.resumes(self.model, keys)
        bound_to = [query.sort, sorted(binds.items()), sorted(values.items()), self.caller]
        cursors = self.work.database.cursors
        if query.cursor is not None:
            for place, value in enumerate(cursors.read(query.cursor, bound_to)):
                kind = columns[place].type.python_type
                binds[f"key_{place}"] = None if value is None else msgspec.convert(value, kind)
        binds |= values | {"limit": query.limit + 1}
        resumed = query.cursor is not None
        prepared = self._prepared(
            ("cursor", resumed, *key),
            lambda: reading.after(self.model, asked(), keys, resumed=resumed),
        )
        found = self._made(prepared, await self._fetch(prepared, binds))
        items, more = found[: query.limit], len(found) > query.limit
        last = [items[-1].__dict__[column.key] for column in columns] if more else []
        return CursorPage(items, query.limit, cursors.write(last, bound_to) if more else None)

    def _asked(
        self, statement: Select[T], listing: Listing, query: Any
    ) -> tuple[tuple[Hashable, ...], Callable[[], Select[Any]], dict[str, Any]]:
        binds = listing.given(query)
        given = tuple(binds)
        words = words_of(query.__dict__.get("search"))
        binds.update(words)
        key = (statement, listing, given, len(words), query.sort)
        return key, partial(self._filtered, statement, listing, given, len(words)), binds

    def _filtered(
        self, statement: Select[T], listing: Listing, given: Sequence[str], words: int
    ) -> Select[Any]:
        return self._scoped(statement.where(*listing.conditions(given, words)))

    def _selected(self, statement: Select[Any]) -> reading.Built:
        return self._scoped(statement), reading.columns_of(self.model)

    def _scoped(self, statement: Select[Any]) -> Select[Any]:
        return reading.seen(self.model, statement, self.visible.get(self.caller.role, false()))

    def _prepared(self, key: Hashable, build: Callable[[], reading.Built]) -> Prepared:
        return self.work.database.prepared((key, self.caller.role), build)

    def _fetch(self, prepared: Prepared, values: dict[str, Any]) -> Awaitable[Records]:
        values["caller_id"] = self.caller.user_id
        return self.work.fetch(prepared, values)

    def _made(self, prepared: Prepared, records: Records) -> list[T]:
        return new_rows(self.model, prepared.rows(records))
