"""on-delete: deleting what rows refer to is refused, or takes them along, or leaves them null."""

from collections.abc import Iterator
from uuid import UUID

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.naming import item_parameter
from backstay.blueprint.samples.makers import maker_role, reaches_own
from backstay.prove.attempt import Attempt
from backstay.prove.subject.database import RefusedError
from backstay.prove.trial import Trial
from backstay.prove.world.clones import clone
from backstay.prove.world.distinct import another
from backstay.prove.world.person import Person
from backstay.prove.world.row import Row

DONE, IN_USE = 204, 409


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each reference."""
    for resource in blueprint.resources:
        for field in resource.fields:
            if field.kind == "ref":
                yield Trial(
                    "on-delete",
                    f"resources.{resource.name}.fields.{field.name}",
                    field.at,
                    f"deleting a {field.target}: {field.on_delete} {resource.plural}",
                    _OnDelete(blueprint, resource, field).run,
                )


class _OnDelete:
    def __init__(self, blueprint: Blueprint, resource: Resource, field: Field) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.field = field
        self.target = blueprint.resource(field.target)
        self.maker = maker_role(blueprint, resource)

    async def run(self, attempt: Attempt) -> None:
        world = attempt.world
        maker = await world.person(self.maker)
        base = await world.make(self.resource, maker)
        actor = await self._actor(attempt, maker)
        if actor is not None and (not self.target.under or self.target == self._above(base)):
            target, row = await self._pair(attempt, maker, base)
            await self._by_service(attempt, actor, target, row)
        target, row = await self._pair(attempt, maker, base)
        attempt.controlled(row.id, "no row could be stored")
        await self._by_database(attempt, target, row)

    async def _by_service(self, attempt: Attempt, actor: Person, target: Row, row: Row) -> None:
        world = attempt.world
        answer = await world.on(actor, target, "delete")
        why = f"delete a {self.target.name} that a {self.resource.name} refers to"
        if self.field.on_delete == "restrict":
            attempt.expect(answer, IN_USE, why=why, code="still_referenced")
            await world.database.remove(self.resource, row.id)
            free = await world.on(actor, target, "delete")
            attempt.allow(free, DONE, why=f"delete a {self.target.name} that nothing refers to")
            return
        if attempt.allow(answer, DONE, why=why):
            await self._left(attempt, target, row, soft=self.target.soft)

    async def _by_database(self, attempt: Attempt, target: Row, row: Row) -> None:
        """The foreign key alone does the same, past the service."""
        try:
            await attempt.world.database.remove(self.target, target.id)
        except RefusedError as error:
            kept = self.field.on_delete == "restrict"
            attempt.require(kept, f"the database refuses to delete a {self.target.name}: {error}")
            return
        if self.field.on_delete == "restrict":
            why = f"the database deletes a {self.target.name} that a {self.resource.name} names"
            attempt.require(good=False, why=why)
            return
        await self._left(attempt, target, row, soft=False)

    async def _left(self, attempt: Attempt, target: Row, row: Row, *, soft: bool) -> None:
        """What is left of the row that referred to it."""
        kept = await attempt.world.database.row(self.resource, row.id)
        if self.field.on_delete == "cascade" and not soft:
            attempt.require(kept is None, f"the {self.resource.name} stayed behind: {row.id}")
            return
        if kept is None:
            attempt.require(good=False, why=f"the {self.resource.name} was deleted too: {row.id}")
            return
        value = kept[self.field.wire]
        wanted = None if not soft else UUID(target.id)
        right = value == wanted or (value is not None and UUID(str(value)) == wanted)
        attempt.require(right, f"{self.field.wire} is {value} afterwards, not {wanted or 'null'}")

    async def _pair(self, attempt: Attempt, maker: Person, base: Row) -> tuple[Row, Row]:
        """A row, and what only that row refers to."""
        world = attempt.world
        if self.field.name == self.resource.parent_field and base.parent is not None:
            target = await clone(world, base.parent)
            return target, await clone(world, base, target)
        named = base.data[self.field.wire]
        if named is None:
            named = (
                maker.id if self.target.login else (await world.rows.seen_by(self.target, maker)).id
            )
        copy = await another(world, self.target, str(named))
        above = {} if base.parent is None else dict(base.parent.parameters)
        own = {**above, item_parameter(self.target.name): str(copy)}
        target = Row(self.target, {"id": str(copy)}, "", own)
        return target, await clone(world, base, None, **{self.field.wire: copy})

    def _above(self, base: Row) -> Resource | None:
        return None if base.parent is None else base.parent.resource

    async def _actor(self, attempt: Attempt, maker: Person) -> Person | None:
        """Somebody who may delete the target; None where nobody may."""
        chain = (*self.blueprint.chain(self.target), self.target)
        for role in self.blueprint.roles:
            scopes = [row_grant(self.blueprint, one, role, "read") for one in chain]
            scopes.append(row_grant(self.blueprint, self.target, role, "delete"))
            if all(scope.everything for scope in scopes):
                return await attempt.world.person(role)
        own = reaches_own(self.blueprint, self.target, maker.role, "delete")
        return maker if own and not self.target.login else None
