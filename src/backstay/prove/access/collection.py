"""Collection: what one caller sees in a list, and what they may add to it."""

from collections.abc import Mapping
from secrets import token_hex
from typing import Any
from uuid import UUID

from backstay.blueprint.access import may_ever
from backstay.blueprint.bounds import bounds
from backstay.blueprint.samples.makers import can_make, may_write
from backstay.prove.access.cast import Cast
from backstay.prove.access.promise import promised
from backstay.prove.attempt import Attempt
from backstay.prove.subject.database import quoted
from backstay.prove.world.clones import cloned
from backstay.prove.world.holders import held_by
from backstay.prove.world.rights import accounts_of, reaches
from backstay.prove.world.row import Row
from backstay.prove.world.walks import walk

CREATED = 201


class Collection:
    """The rows below one parent, or at the top, as one person meets them."""

    def __init__(self, attempt: Attempt, cast: Cast, parent: Row | None) -> None:
        self.attempt = attempt
        self.world = attempt.world
        self.blueprint = attempt.world.blueprint
        self.resource = cast.base.resource
        self.cast = cast
        self.who = cast.who
        self.parent = parent
        self.parameters: Mapping[str, str] = parent.parameters if parent else {}

    async def try_list(self) -> None:
        """The list shows exactly what they may read: in its rows, its total, and in a search."""
        operation = self.world.operation(self.resource, "list")
        if operation is None:
            return
        base = self.cast.base
        word = f"zq{token_hex(4)}"
        marked = self._marked(word)
        theirs = marked | await held_by(self.world, base, self.cast.stranger)
        own = marked | await held_by(self.world, base, UUID(self.who.id))
        async with (
            cloned(self.world, base, self.parent, **theirs) as foreign,
            cloned(self.world, base, self.parent, **own) as mine,
        ):
            promise = promised(self.blueprint, operation, self.who, None, self.parent)
            seen = await walk(self.world, self.who, self.resource, self.parameters)
            why = f"{self.who.role} lists {self.resource.plural}"
            judge = self.attempt.allow if promise.granted else self.attempt.expect
            if not judge(seen.last, *promise.statuses, why=why, code=promise.codes or ""):
                return
            if not promise.granted:
                return
            visible = {row.id for row in await self._stored() if self._readable(row)}
            self._same(visible, seen.ids, f"{why} without filters")
            told = seen.total is None or seen.total == len(visible)
            why = f"{why}: the total is {seen.total} where {len(visible)} rows are readable"
            self.attempt.require(told, why, seen.last)
            if marked:
                found = await walk(
                    self.world, self.who, self.resource, self.parameters, search=word
                )
                wanted = {row.id for row in (foreign, mine) if self._readable(row)}
                self._same(wanted, found.ids, f"{self.who.role} searches {self.resource.plural}")

    async def try_create(self) -> None:
        """They may add a row where a grant says so, and it is theirs."""
        operation = self.world.operation(self.resource, "create")
        if operation is None:
            return
        allowed = may_ever(self.blueprint, self.resource, self.who.role, "create")
        if allowed and not can_make(self.blueprint, self.resource, self.who.role):
            return  # they cannot see what such a row must name, or the row itself
        promise = promised(self.blueprint, operation, self.who, None, self.parent)
        maker = self.who if promise.granted else self.cast.maker
        body = (await self.world.rows.prepared(self.resource, maker, self.cast.base.parent))[1]
        for field in self.resource.fields:
            if not may_write(field, self.who.role):
                body.pop(field.wire, None)
        answer = await self.world.send(self.who, operation, self.parameters, body)
        why = f"{self.who.role} creates a {self.resource.name}"
        judge = self.attempt.allow if promise.granted else self.attempt.expect
        judge(answer, *promise.statuses, why=why, code=promise.codes or "")
        if answer.status == CREATED and promise.granted:
            self._theirs(answer.data)
            await self.world.database.remove(self.resource, answer.data["id"])

    def _theirs(self, row: Any) -> None:
        for field in accounts_of(self.blueprint, self.resource):
            if field.default is not None and field.default.op == "caller":
                kept = row.get(field.wire) == self.who.id
                why = f"{field.wire} of a new row is {row.get(field.wire)}, not its maker's id"
                self.attempt.require(kept, why)

    def _marked(self, word: str) -> dict[str, Any]:
        """A word in a searched field, by which both rows are found."""
        for field in self.resource.fields:
            low, high = bounds(field) if field.search else (0, 0)
            if field.search and not field.unique and low <= len(word) <= high:
                return {field.wire: word}
        return {}

    def _readable(self, row: Row) -> bool:
        return reaches(self.blueprint, self.who, "read", row)

    def _same(self, wanted: set[str], ids: list[str], why: str) -> None:
        extra, lacking = set(ids) - wanted, wanted - set(ids)
        self.attempt.require(not extra, f"{why}: {len(extra)} rows too many, {sorted(extra)[:2]}")
        told = f"{why}: {len(lacking)} readable rows are not there, {sorted(lacking)[:2]}"
        self.attempt.require(not lacking, told)
        self.attempt.require(len(ids) == len(set(ids)), f"{why}: some rows come twice")

    async def _stored(self) -> list[Row]:
        """Every row of the table below the parent that is not deleted."""
        names = ["id", *(field.wire for field in accounts_of(self.blueprint, self.resource))]
        conditions = ["deleted_at IS NULL"] if self.resource.soft else []
        if self.parent is not None:
            column = quoted(self.resource.field(self.resource.parent_field).wire)
            conditions.append(f"{column} = {self.world.database.key(self.parent.id)}")
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        columns = ", ".join(quoted(name) for name in names)
        rows = await self.world.database.fetch(
            f"SELECT {columns} FROM {quoted(self.resource.plural)}{where}"  # noqa: S608 names of the contract
        )
        return [Row(self.resource, _ids(names, row), "", {}, self.parent) for row in rows]


def _ids(names: list[str], row: tuple[Any, ...]) -> dict[str, Any]:
    pairs = zip(names, row, strict=True)
    return {name: None if value is None else str(UUID(str(value))) for name, value in pairs}
