"""Caller: one person who tries every operation on every kind of row."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID, uuid4

from backstay.blueprint.access import may_ever
from backstay.blueprint.naming import item_parameter
from backstay.blueprint.operations import Operation, operations
from backstay.prove.access.cast import Cast
from backstay.prove.access.collection import Collection
from backstay.prove.access.promise import FORBIDDEN, UNFIT, promised
from backstay.prove.attempt import Attempt
from backstay.prove.world.changes import same_again, whole_of
from backstay.prove.world.clones import cloned
from backstay.prove.world.gone import gone, owned
from backstay.prove.world.holders import held_by
from backstay.prove.world.rights import accounts_of
from backstay.prove.world.row import Row

JUNK = {"no_such_field_anywhere": True}


class Caller:
    """One person, who tries the rows of one resource."""

    def __init__(self, attempt: Attempt, cast: Cast) -> None:
        self.attempt = attempt
        self.world = attempt.world
        self.blueprint = attempt.world.blueprint
        self.resource = cast.base.resource
        self.cast = cast
        self.who = cast.who
        self.base = cast.base

    async def try_everything(self) -> None:
        """Every operation, on every kind of row, below each kind of parent."""
        found = operations(self.blueprint)
        mine = [one for one in found if one.resource == self.resource.name]
        for operation in mine:
            await self._junk(operation)
        for parent in await self._parents():
            together = Collection(self.attempt, self.cast, parent)
            await together.try_list()
            await together.try_create()
            for kind, given in await self._kinds():
                for operation in mine:
                    if operation.kind not in ("create", "list"):
                        async with self._row(kind, parent, given) as row:
                            await self._cell(operation, kind, row, parent)

    async def _parents(self) -> list[Row | None]:
        if self.base.parent is None:
            return [None]
        return [await owned(self.world, self.base.parent, self.who), self.base.parent]

    async def _kinds(self) -> list[tuple[str, dict[str, Any]]]:
        """The kinds of row, by whose they are; each with the columns that say so."""
        stranger, own = self.cast.stranger, UUID(self.who.id)
        theirs = await held_by(self.world, self.base, stranger)
        kinds = [
            ("missing", theirs),
            ("deleted", await held_by(self.world, self.base, own)),
            ("another's", theirs),
        ]
        for field in accounts_of(self.blueprint, self.resource):
            mine = await held_by(self.world, self.base, stranger, **{field.wire: own})
            kinds.append((f"their own (by {field.wire})", mine))
        return [*kinds, ("their own", {})] if self.resource.login else kinds

    @asynccontextmanager
    async def _row(
        self, kind: str, parent: Row | None, given: dict[str, Any]
    ) -> AsyncIterator[Row | None]:
        """A row of that kind for a while; None where there is none."""
        if kind == "missing":
            yield None
        elif kind == "their own" and self.resource.login:
            data = {**self.base.data, "id": self.who.id, "email": self.who.email}
            yield Row(self.resource, data, "", {item_parameter(self.resource.name): self.who.id})
        else:
            async with cloned(self.world, self.base, parent, **given) as row:
                if kind == "deleted":
                    await gone(self.world, row)
                yield row

    async def _cell(
        self, operation: Operation, kind: str, row: Row | None, parent: Row | None
    ) -> None:
        """One operation on one row."""
        there = None if kind == "deleted" else row
        promise = promised(self.blueprint, operation, self.who, there, parent)
        own = {**(parent.parameters if parent else {}), self._item(): str(uuid4())}
        parameters = row.parameters if row else own
        headers = {"if_match": "*"} if self.resource.lock else {}
        body = self._body(operation, row or self.base)
        answer = await self.world.send(self.who, operation, parameters, body, **headers)
        place = "" if parent is None else f", parent {parent.resource.name} {parent.id}"
        why = f"{self.who.role} sends {operation.id} for a row that is {kind}{place}"
        judge = self.attempt.allow if promise.granted else self.attempt.expect
        judge(answer, *promise.statuses, why=why, code=promise.codes or "")

    async def _junk(self, operation: Operation) -> None:
        """What the role alone forbids is 403 before the input is looked at; else the input is."""
        if operation.kind not in ("create", "replace", "update"):
            return
        gate = "create" if operation.kind == "create" else "read"
        allowed = may_ever(self.blueprint, self.resource, self.who.role, gate)
        parameters = {**self.base.parameters, self._item(): str(uuid4())}
        answer = await self.world.send(self.who, operation, parameters, JUNK)
        wanted = UNFIT if allowed else FORBIDDEN
        why = f"{self.who.role} sends {operation.id} with a body that fits nothing"
        self.attempt.expect(answer, wanted, why=why)

    def _body(self, operation: Operation, row: Row) -> Any:
        if operation.kind == "replace":
            return whole_of(row, self.who.role)
        return same_again(row, self.who.role) if operation.kind == "update" else None

    def _item(self) -> str:
        return item_parameter(self.resource.name)
