"""expand: the row of a reference is added where the caller may read it, and null where not."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.samples.makers import can_make, maker_role
from backstay.prove.attempt import Attempt
from backstay.prove.trial import Trial
from backstay.prove.world.clones import arrange
from backstay.prove.world.distinct import another
from backstay.prove.world.fitting import fitted
from backstay.prove.world.gone import gone
from backstay.prove.world.person import Person
from backstay.prove.world.reading import values_of
from backstay.prove.world.rights import accounts_of, reads
from backstay.prove.world.row import Row
from backstay.prove.world.walks import walk

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
                    for kind in (self._plain, self._null, self._foreign, self._fallen):
                        await kind(attempt, role, field)

    async def _plain(self, attempt: Attempt, role: str, field: Field) -> None:
        """A row that they may read."""
        who, row = await self._made(attempt, role)
        bare = await attempt.world.on(who, row, "get")
        attempt.allow(bare, OK, why="get without expand")
        kept = isinstance(bare.data, dict) and field.name not in bare.data
        attempt.require(kept, f"{field.name} is in an answer that did not expand it", bare)
        if self._reads_one(self.blueprint.resource(field.target), role):
            named = await self._named(attempt, who, row, field)
            await self._moved(attempt, who, row, field, where=UUID(named), shown=named)

    async def _null(self, attempt: Attempt, role: str, field: Field) -> None:
        """No row."""
        if field.optional:
            who, row = await self._made(attempt, role)
            await self._moved(attempt, who, row, field)

    async def _foreign(self, attempt: Attempt, role: str, field: Field) -> None:
        """A row that is there, but not theirs to read."""
        world, target = attempt.world, self.blueprint.resource(field.target)
        if row_grant(self.blueprint, target, role, "read").everything:
            return
        who, row = await self._made(attempt, role)
        foreign = await another(world, target, await self._named(attempt, who, row, field))
        stranger = await another(world, self.blueprint.login, who.id)
        owners = {one.wire: stranger for one in accounts_of(self.blueprint, target)}
        if owners:
            await world.database.change(target, str(foreign), owners)
        await self._moved(attempt, who, row, field, where=foreign)

    async def _fallen(self, attempt: Attempt, role: str, field: Field) -> None:
        """A row that is deleted softly."""
        world, target = attempt.world, self.blueprint.resource(field.target)
        if target.soft:
            who, row = await self._made(attempt, role)
            fallen = await another(world, target, await self._named(attempt, who, row, field))
            await gone(world, Row(target, {"id": str(fallen)}, "", {}))
            await self._moved(attempt, who, row, field, where=fallen)

    def _reads_one(self, target: Resource, role: str) -> bool:
        """Whether the role can come to a row that it may read."""
        scope = row_grant(self.blueprint, target, role, "read")
        own = scope.self_only if target.login else can_make(self.blueprint, target, role)
        return scope.everything or own

    async def _made(self, attempt: Attempt, role: str) -> tuple[Person, Row]:
        """Somebody new, so that no answer that is kept for them is of an earlier row; and a row."""
        who = await attempt.world.person(role)
        return who, await attempt.world.make(self.resource, who)

    async def _named(self, attempt: Attempt, who: Person, row: Row, field: Field) -> str:
        """The id of a row that the reference may name: what it names, or a new one."""
        world, target = attempt.world, self.blueprint.resource(field.target)
        if row.data[field.wire] is not None:
            return str(row.data[field.wire])
        if target.login:
            return who.id
        if self._reads_one(target, who.role):
            return (await world.rows.seen_by(target, who)).id
        maker = await world.person(maker_role(self.blueprint, target))
        return (await world.make(target, maker)).id

    async def _moved(
        self,
        attempt: Attempt,
        who: Person,
        row: Row,
        field: Field,
        *,
        where: UUID | None = None,
        shown: str | None = None,
    ) -> None:
        """The row with another reference, if it is still theirs to read by something else."""
        now = values_of(self.resource, row.data)
        fit = fitted(self.blueprint, self.resource, now, {field.name: where})
        row = await arrange(attempt.world, row, fit or {field.name: where})
        if reads(self.blueprint, who, row):
            await self._shown(attempt, who, row, field, shown)

    async def _shown(
        self, attempt: Attempt, who: Person, row: Row, field: Field, wanted: str | None
    ) -> None:
        """What one answer and the list show of the reference."""
        world = attempt.world
        get = world.operation(self.resource, "get")
        assert get is not None, "one and list come together"
        answer = await world.send(who, get, row.parameters, query=f"expand={field.name}")
        above = row.parent.parameters if row.parent else {}
        seen = await walk(world, who, self.resource, above, expand=field.name)
        found = next((one for one in seen.rows if one.get("id") == row.id), None)
        for kind, data, last in (("get", answer.data, answer), ("list", found, seen.last)):
            value: Any = data.get(field.name, "nothing") if isinstance(data, dict) else "no row"
            got = value.get("id") if isinstance(value, dict) else value
            why = f"{kind}?expand={field.name} as {who.role} shows {got}"
            attempt.require(got == wanted, f"{why} where {wanted or 'null'} is right", last)
