"""expand: the row of a reference is added where the caller may read it, and null where not."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.samples.makers import can_make
from backstay.prove.attempt import Attempt
from backstay.prove.trial import Trial
from backstay.prove.world.clones import arrange
from backstay.prove.world.distinct import another
from backstay.prove.world.gone import gone
from backstay.prove.world.person import Person
from backstay.prove.world.rights import accounts_of
from backstay.prove.world.row import Row
from backstay.prove.world.world import World

OK = 200


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each `list.expand`."""
    for resource in blueprint.resources:
        if resource.listing.expand:
            yield Trial(
                "expand",
                f"resources.{resource.name}.list.expand",
                resource.keys["list.expand"],
                f"{resource.plural} expand {', '.join(resource.listing.expand)}, no more than read",
                _Expand(blueprint, resource).run,
            )


class _Expand:
    def __init__(self, blueprint: Blueprint, resource: Resource) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.fields = [resource.field(name) for name in resource.listing.expand]

    async def run(self, attempt: Attempt) -> None:
        for role in self.blueprint.roles:
            if can_make(self.blueprint, self.resource, role):
                for field in self.fields:
                    who = await attempt.world.person(role)
                    row = await attempt.world.make(self.resource, who)
                    await self._one(attempt, who, row, field)

    async def _one(self, attempt: Attempt, who: Person, row: Row, field: Field) -> None:
        """One reference: readable, foreign, deleted."""
        world = attempt.world
        target = self.blueprint.resource(field.target)
        named = row.data[field.wire]
        if named is None:
            named = who.id if target.login else (await world.rows.seen_by(target, who)).id
            row = await arrange(world, row, {field.name: UUID(named)})
        bare = await world.on(who, row, "get")
        attempt.allow(bare, OK, why="get without expand")
        kept = isinstance(bare.data, dict) and field.name not in bare.data
        attempt.require(kept, f"{field.name} is in an answer that did not expand it", bare)
        await self._shown(attempt, who, row, field, named)
        scope = row_grant(self.blueprint, target, who.role, "read")
        owners = row_grant(self.blueprint, self.resource, who.role, "read")
        sees_by_it = field.name in owners.owners and not owners.everything
        if not scope.everything and not sees_by_it:
            foreign = await self._foreign(world, who, target, named)
            row = await arrange(world, row, {field.name: foreign})
            await self._shown(attempt, who, row, field, None)
        elif target.soft:
            fallen = await another(world, target, named)
            await gone(world, Row(target, {"id": str(fallen)}, "", {}))
            row = await arrange(world, row, {field.name: fallen})
            await self._shown(attempt, who, row, field, None)

    async def _foreign(self, world: World, who: Person, target: Resource, named: str) -> UUID:
        foreign = await another(world, target, named)
        stranger = await another(world, self.blueprint.login, who.id)
        owners = {field.wire: stranger for field in accounts_of(self.blueprint, target)}
        if owners:
            await world.database.change(target, str(foreign), owners)
        return foreign

    async def _shown(
        self, attempt: Attempt, who: Person, row: Row, field: Field, wanted: str | None
    ) -> None:
        """What one answer and the list show of the reference."""
        world = attempt.world
        above = row.parent.parameters if row.parent else {}
        for kind, parameters in (("get", row.parameters), ("list", above)):
            operation = world.operation(self.resource, kind)
            assert operation is not None, "one and list come together"
            limit = f"&limit={self.resource.listing.page.max}" if kind == "list" else ""
            query = f"expand={field.name}{limit}"
            answer = await world.send(who, operation, parameters, query=query)
            shown = _of(answer.data, row.id)
            if shown is None and kind == "list" and answer.status == OK:
                continue  # it stands on a later page
            value: Any = (shown or {}).get(field.name, "nothing")
            got = value.get("id") if isinstance(value, dict) else value
            why = f"{kind}?{query} as {who.role} shows {got} where {wanted or 'null'} is right"
            attempt.require(got == wanted, why, answer)


def _of(data: Any, row_id: str) -> Any:
    """The row in an answer, whether it is the answer or in a list."""
    if isinstance(data, list):
        return next((row for row in data if row.get("id") == row_id), None)
    return data
