"""Repositories in memory, for tests of services by themselves."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from backstay.data import ANY, Caller, Entity, Match, Page, complete, new_row

from src.core.security import Role

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
KNOWN = UUID("0198c0de-0000-7000-8000-000000000001")
UNKNOWN = UUID("0198c0de-0000-7000-8000-000000000002")


class Memory:
    """Keeps rows in a dictionary and shows them to everybody; nothing is ever committed."""

    def __init__(self, model: type[Entity], *ids: UUID) -> None:
        self.model = model
        self.work = SimpleNamespace(now=NOW)
        self.rows: dict[UUID, Any] = {}
        for row_id in ids:
            self.add({"id": row_id})

    async def find(self, row_id: UUID) -> Any:
        """The row with this id, or None."""
        return self.rows.get(row_id)

    async def find_by_email(self, email: str) -> Any:
        """The account with this address, or None."""
        return next((row for row in self.rows.values() if row.email == email), None)

    async def find_in(self, parent_id: UUID, row_id: UUID) -> Any:
        """The row with this id; all rows are below every parent."""
        del parent_id
        return self.rows.get(row_id)

    async def sees(self, row_id: UUID) -> bool:
        """Whether there is such a row."""
        return row_id in self.rows

    async def page_of(self, *_: Any) -> Page[Any]:
        """All rows."""
        rows = list(self.rows.values())
        return Page(rows, len(rows), 1, 20)

    async def attach(self, rows: Iterable[Entity], name: str) -> None:
        """Set the row behind a reference."""
        for row in rows:
            row.__dict__[name] = self.rows.get(row.__dict__[f"{name}_id"])

    async def check_unreferenced(self, row: Entity) -> None:
        """Nothing refers to anything here."""

    def add(self, values: Mapping[str, Any]) -> Any:
        """A new row."""
        return self._keep(complete(self.model, values, NOW))

    def change(self, row: Entity, values: Mapping[str, Any], at: Match = ANY) -> Any:
        """The row with new values."""
        del at
        return self._keep({**row.__dict__, **values, "row_version": row.row_version + 1})

    def remove(self, row: Entity, at: Match = ANY) -> None:
        """Forget the row."""
        del at, self.rows[row.id]

    def _keep(self, values: dict[str, Any]) -> Any:
        row = new_row(self.model, values)
        self.rows[row.id] = row
        return row


def memory(model: type[Entity]) -> Any:
    """A repository that knows one row; for services it looks like the real one."""
    return Memory(model, KNOWN)


def caller(role: Role) -> Caller:
    """Somebody with a role."""
    return Caller(KNOWN, role)
