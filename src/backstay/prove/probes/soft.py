"""soft: what is deleted is gone for every operation, and its unique values are free again."""

from collections.abc import Iterator

from backstay.blueprint.contract import Blueprint, Resource
from backstay.prove.attempt import Attempt
from backstay.prove.subject.database import RefusedError
from backstay.prove.trial import Trial
from backstay.prove.world.clones import clone
from backstay.prove.world.distinct import uniquenesses
from backstay.prove.world.hands import hands_for
from backstay.prove.world.person import Person
from backstay.prove.world.row import Row
from backstay.prove.world.walks import walk

DONE, OK, MISSING = 204, 200, 404


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each resource that says how it deletes."""
    for resource in blueprint.resources:
        if "delete" in resource.keys:
            kind = "gone for everybody, and kept" if resource.soft else "really gone"
            yield Trial(
                "soft",
                f"resources.{resource.name}.delete",
                resource.keys["delete"],
                f"deleted {resource.plural} are {kind}",
                _Soft(blueprint, resource).run,
            )


class _Soft:
    def __init__(self, blueprint: Blueprint, resource: Resource) -> None:
        self.blueprint = blueprint
        self.resource = resource

    async def run(self, attempt: Attempt) -> None:
        world = attempt.world
        hands = hands_for(self.blueprint, self.resource, "delete")
        maker, who = await hands.people(world)
        row = await world.make(self.resource, maker)
        before = await self._listed(attempt, who, row)
        attempt.controlled(row.id in before, f"a new {self.resource.name} is not in the list")
        attempt.allow(await world.on(who, row, "get"), OK, why="get before it is deleted")
        stored = await world.database.row(self.resource, row.id) or {}
        attempt.allow(await world.on(who, row, "delete"), DONE, why="delete")
        for person in {person.id: person for person in (who, maker)}.values():
            await self._gone(attempt, person, row)
        listed = await self._listed(attempt, who, row)
        attempt.require(row.id not in listed, "a deleted row is still in the list")
        lower = len(listed) == len(before) - 1
        attempt.require(lower, f"the list went from {len(before)} rows to {len(listed)}")
        kept = await world.database.row(self.resource, row.id)
        if not self.resource.soft:
            attempt.require(kept is None, "a deleted row is still in the table")
            return
        marked = kept is not None and kept["deleted_at"] is not None
        attempt.require(marked, "a row that was deleted softly is not in the table, or not marked")
        for rule in uniquenesses(self.resource):
            fields = [self.resource.field(name).wire for name in rule.unique]
            await self._free(attempt, row, {name: stored[name] for name in fields}, rule.name)

    async def _gone(self, attempt: Attempt, who: Person, row: Row) -> None:
        for kind, body in (("get", None), ("update", {}), ("delete", None)):
            if attempt.world.operation(self.resource, kind) is not None:
                answer = await attempt.world.on(who, row, kind, body)
                why = f"{kind} after it was deleted, as {who.role}"
                attempt.expect(answer, MISSING, why=why)

    async def _listed(self, attempt: Attempt, who: Person, row: Row) -> list[str]:
        above = row.parent.parameters if row.parent else {}
        return (await walk(attempt.world, who, self.resource, above)).ids

    async def _free(self, attempt: Attempt, row: Row, values: dict[str, object], name: str) -> None:
        """The values of a deleted row may be taken again."""
        deleted = {"deleted_at": None}
        try:
            await clone(attempt.world, row, None, **values, **deleted)
        except RefusedError as error:
            attempt.require(good=False, why=f"{name} of a deleted row is not free: {error}")
        else:
            attempt.require(good=True, why="")
