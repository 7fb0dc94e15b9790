"""cache: what was read is kept for its reader, emptied by a write, and never another caller's."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.samples.makers import is_guarded
from backstay.blueprint.samples.rows import stored_fields
from backstay.prove.attempt import Attempt
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.trial import Trial
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.fitting import another_value
from backstay.prove.world.hands import hands_for
from backstay.prove.world.person import Person
from backstay.prove.world.reading import value_of, values_of
from backstay.prove.world.row import Row
from backstay.prove.world.walks import after
from backstay.prove.world.world import World

OK = 200
LONG_AGO = datetime(2021, 3, 4, 5, 6, 7, 89, tzinfo=UTC)


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each read that is kept."""
    for resource in blueprint.resources:
        for word, seconds in (resource.cache or {}).items():
            key = f"cache.{word}" if f"cache.{word}" in resource.keys else "cache"
            yield Trial(
                "cache",
                f"resources.{resource.name}.{key}",
                resource.keys[key],
                f"a {word} of {resource.plural} is kept for {seconds} s, until somebody writes",
                _Cache(blueprint, resource, word).run,
            )


class _Cache:
    def __init__(self, blueprint: Blueprint, resource: Resource, word: str) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.word = word

    async def run(self, attempt: Attempt) -> None:
        """Change the row past the service: only who has read before may still see it as it was."""
        world = attempt.world
        hands = hands_for(self.blueprint, self.resource, "read")
        maker, who = await hands.people(world)
        row = await world.make(self.resource, maker)
        column, hidden = self._hidden(row)
        query, first = await self._read(world, who, row)
        before = attempt.control(first, OK, why="the first read")
        attempt.controlled(self._row(before, row), f"the row made is not listed: {before}")
        await world.database.change(self.resource, row.id, {column: hidden})
        kept = await self._ask(world, who, row, query)
        why = f"a second {self.word} was not answered from what was kept: {kept}"
        attempt.require(kept.body == before.body, why, kept)
        if row_grant(self.blueprint, self.resource, who.role, "read").everything:
            other = await world.person(who.role, "another reader")
            _, theirs = await self._read(world, other, row)
            told = f"another caller was not told {column} = {hidden!r}: {theirs}"
            attempt.require(self._told(theirs, row, column) == hidden, told, theirs)
        another = await world.make(self.resource, await world.person(hands.maker))
        _, later = await self._read(world, who, row)
        attempt.expect(later, OK, why="a read after a write")
        found = self._told(later, row, column)
        why = f"after {another.id} was made, {column} is still {found!r}, not {hidden!r}"
        attempt.require(found == hidden, why, later)

    def _hidden(self, row: Row) -> tuple[str, Any]:
        """A column, and another value that it may have. Raises: NoRowError."""
        now = values_of(self.resource, row.data)
        for field in sorted(stored_fields(self.resource), key=lambda one: one.kind != "text"):
            plain = field.name in now and field.kind not in ("ref", "json", "role", "email")
            if plain and not is_guarded(field):
                value = another_value(self.blueprint, self.resource, field, now)
                if value is not None:
                    return field.wire, value
        if self.blueprint.timestamps:
            return "updated_at", LONG_AGO
        raise NoRowError(f"nothing of a {self.resource.name} can be told from what it was")

    def _told(self, answer: Exchange, row: Row, column: str) -> Any:
        """What an answer says of one column of the row; None when the row is not in it."""
        value = self._row(answer, row).get(column)
        field = next((one for one in self.resource.fields if one.wire == column), None)
        if field is not None:
            return value_of(field, value)
        return None if value is None else datetime.fromisoformat(str(value))

    def _row(self, answer: Exchange, row: Row) -> dict[str, Any]:
        rows = answer.data if isinstance(answer.data, list) else [answer.data]
        return next((one for one in rows if one and one.get("id") == row.id), {})

    async def _read(self, world: World, who: Person, row: Row) -> tuple[str, Exchange]:
        """The answer that shows the row, and its query; of a list the last where none does."""
        paging = self.resource.listing.page
        place: dict[str, str] | None = {"limit": str(paging.max)} if self.word == "list" else {}
        while True:
            query = urlencode(place or {})
            answer = await self._ask(world, who, row, query)
            place = after(paging.mode, answer, place or {}) if answer.status == OK else None
            if self.word == "read" or place is None or self._row(answer, row):
                return query, answer

    async def _ask(self, world: World, who: Person, row: Row, query: str) -> Exchange:
        kind = "list" if self.word == "list" else "get"
        operation = world.operation(self.resource, kind)
        assert operation is not None, "what is kept can be read"
        return await world.send(who, operation, row.parameters, query=query)
