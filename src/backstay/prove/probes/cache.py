"""cache: what was read is kept for its reader, emptied by a write, and never another caller's."""

from collections.abc import Iterator

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.operations import Operation
from backstay.blueprint.samples.makers import maker_role, reaches_own
from backstay.prove.attempt import Attempt
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.trial import Trial
from backstay.prove.world.changes import change_of
from backstay.prove.world.person import Person
from backstay.prove.world.row import Row
from backstay.prove.world.world import World

OK = 200
KINDS = {"read": "get", "list": "list"}


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each read that is kept and can be changed."""
    for resource in blueprint.resources:
        role = maker_role(blueprint, resource)
        if not role or not reaches_own(blueprint, resource, role, "update"):
            continue
        for word, seconds in (resource.cache or {}).items():
            key = f"cache.{word}" if f"cache.{word}" in resource.keys else "cache"
            yield Trial(
                "cache",
                f"resources.{resource.name}.{key}",
                resource.keys[key],
                f"a {word} of {resource.plural} is kept for {seconds} s, until somebody writes",
                _Cache(blueprint, resource, role, word).run,
            )


class _Cache:
    def __init__(self, blueprint: Blueprint, resource: Resource, role: str, word: str) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.role = role
        self.word = word

    async def run(self, attempt: Attempt) -> None:
        """Change the row past the service: only who has read before may still see it as it was."""
        world = attempt.world
        who = await world.person(self.role, "a reader")
        row = await world.make(self.resource, who)
        before = attempt.control(await self._read(world, who, row), OK, why="the first read")
        column, hidden = next(iter(change_of(self.blueprint, row, self.role, 7).items()))
        await world.database.change(self.resource, row.id, {column: hidden})
        kept = await self._read(world, who, row)
        why = f"a second {self.word} was not answered from what was kept: {kept}"
        attempt.require(kept.body == before.body, why, kept)
        if row_grant(self.blueprint, self.resource, self.role, "read").everything:
            other = await world.person(self.role, "another reader")
            theirs = await self._read(world, other, row)
            told = f"another caller was not told {column} = {hidden!r}: {theirs}"
            attempt.require(self._value(theirs, row, column) == hidden, told, theirs)
        await self._written(attempt, who, row, column, hidden)

    async def _written(
        self, attempt: Attempt, who: Person, row: Row, column: str, hidden: object
    ) -> None:
        world = attempt.world
        another = await world.make(self.resource, who)
        after = await self._read(world, who, row)
        attempt.expect(after, OK, why="a read after a write")
        found = self._value(after, row, column)
        why = f"after {another.id} was made, {column} is still {found!r}, not {hidden!r}"
        attempt.require(found == hidden, why, after)

    def _value(self, answer: Exchange, row: Row, column: str) -> object:
        """What an answer says of one column of the row; None when the row is not in it."""
        rows = answer.data if isinstance(answer.data, list) else [answer.data]
        return next((one.get(column) for one in rows if one and one.get("id") == row.id), None)

    async def _read(self, world: World, who: Person, row: Row) -> Exchange:
        operation: Operation | None = world.operation(self.resource, KINDS[self.word])
        assert operation is not None
        parent = {k: v for k, v in row.parameters.items() if v != row.id}
        query = f"sort={self._newest()}&limit=100" if self.word == "list" else ""
        given = row.parameters if self.word == "read" else parent
        return await world.send(who, operation, given, query=query)

    def _newest(self) -> str:
        """An order of the list that the contract allows."""
        return self.resource.listing.sort[0]
