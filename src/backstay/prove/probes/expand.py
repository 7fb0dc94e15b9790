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
from backstay.prove.world.fitting import fitted
from backstay.prove.world.gone import gone
from backstay.prove.world.person import Person
from backstay.prove.world.reading import values_of
from backstay.prove.world.rights import reads
from backstay.prove.world.row import Row
from backstay.prove.world.targets import named_by, reads_one, strangers
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
                    await self._plain(attempt, role, field)
                    if field.name != self.resource.parent_field:  # a parent that is read is there
                        for kind in (self._null, self._foreign, self._fallen):
                            await kind(attempt, role, field)

    async def _plain(self, attempt: Attempt, role: str, field: Field) -> None:
        """A row that they may read."""
        who, row = await self._made(attempt, role)
        bare = await attempt.world.on(who, row, "get")
        attempt.allow(bare, OK, why="get without expand")
        kept = isinstance(bare.data, dict) and field.name not in bare.data
        attempt.require(kept, f"{field.name} is in an answer that did not expand it", bare)
        target = self.blueprint.resource(field.target)
        if reads_one(self.blueprint, target, role):
            named = await named_by(attempt.world, who, row, field)
            shown = await self._moved(attempt, who, row, field, where=UUID(named), shown=named)
            if not shown and row_grant(self.blueprint, target, role, "read").everything:
                # a rule keeps them from naming this one, themselves for example
                other = await another(attempt.world, target, named)
                await self._moved(attempt, who, row, field, where=other, shown=str(other))

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
        named = await named_by(world, who, row, field)
        foreign = await strangers(world, who, target, named)
        await self._moved(attempt, who, row, field, where=foreign)

    async def _fallen(self, attempt: Attempt, role: str, field: Field) -> None:
        """A row that is deleted softly."""
        world, target = attempt.world, self.blueprint.resource(field.target)
        if target.soft:
            who, row = await self._made(attempt, role)
            fallen = await another(world, target, await named_by(attempt.world, who, row, field))
            await gone(world, Row(target, {"id": str(fallen)}, "", {}))
            await self._moved(attempt, who, row, field, where=fallen)

    async def _made(self, attempt: Attempt, role: str) -> tuple[Person, Row]:
        """Somebody new, so that no answer that is kept for them is of an earlier row; and a row."""
        who = await attempt.world.person(role)
        return who, await attempt.world.make(self.resource, who)

    async def _moved(
        self,
        attempt: Attempt,
        who: Person,
        row: Row,
        field: Field,
        *,
        where: UUID | None = None,
        shown: str | None = None,
    ) -> bool:
        """The row with another reference, where rules allow it and it is theirs to read still.

        Gives whether it was.
        """
        now = values_of(self.resource, row.data)
        fit = fitted(self.blueprint, self.resource, now, {field.name: where})
        if fit is None:
            return False
        row = await arrange(attempt.world, row, fit)
        if not reads(self.blueprint, who, row):
            return False
        await self._shown(attempt, who, row, field, shown)
        return True

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
