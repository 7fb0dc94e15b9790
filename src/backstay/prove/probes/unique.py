"""unique: a second row with the same values is 409; of 50 at once one is stored."""

import asyncio
from collections.abc import Iterator
from functools import partial
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import names_in
from backstay.blueprint.model import Rule
from backstay.blueprint.samples.makers import maker_role
from backstay.prove.attempt import Attempt
from backstay.prove.subject.database import RefusedError
from backstay.prove.trial import Trial
from backstay.prove.world.arriving import Contender, arrivals
from backstay.prove.world.bodies import NoRowError, told_by
from backstay.prove.world.clones import arrange, clone, set_aside
from backstay.prove.world.distinct import always_unique, uniquenesses
from backstay.prove.world.fitting import made_true
from backstay.prove.world.naming import told_apart
from backstay.prove.world.person import Person
from backstay.prove.world.reading import values_of
from backstay.prove.world.row import Row
from backstay.prove.world.stepping import begins

AT_ONCE, ACCOUNTS = 50, 8
"""How many at once; fewer where each has a password hashed, and may then be late."""
DONE = (200, 201)
TAKEN, BUSY, LATE = 409, 503, 504


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """Two for each uniqueness: over HTTP, and of the index alone."""
    for resource in blueprint.resources:
        for rule in uniquenesses(resource):
            rules = [one.name for one in resource.rules if one.unique]
            place = "rules" if rule.name in rules else "fields"
            key = f"resources.{resource.name}.{place}.{rule.name}"
            one = _Unique(blueprint, resource, rule)
            what = f"{' and '.join(rule.unique)} of {resource.plural}"
            claim = f"the service takes {what} once"
            yield Trial("unique", key, rule.at, claim, one.over_http)
            claim = f"the index takes {what} once"
            yield Trial("unique", key, rule.at, claim, one.in_database)


class _Unique:
    def __init__(self, blueprint: Blueprint, resource: Resource, rule: Rule) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.rule = rule
        self.role = maker_role(blueprint, resource)
        spoken = names_in(rule.when, resource) if rule.when is not None else ()
        self.fields = [resource.field(name) for name in dict.fromkeys((*rule.unique, *spoken))]

    async def over_http(self, attempt: Attempt) -> None:
        """A second row is refused, and so are all but one of 50 at once."""
        world = attempt.world
        who = await world.person(self.role)
        first = await self._one(attempt, who)
        again, *others = await self._tries(attempt, who, first)
        second = await again()
        why = f"a second {self.resource.name} with the same {', '.join(self.rule.unique)}"
        if attempt.expect(second, TAKEN, why=why, code="not_unique"):
            wanted = {self.resource.field(name).wire for name in self.rule.unique}
            named = wanted & set(second.fields)
            attempt.require(named, f"the answer names {second.fields}, not {wanted}", second)
        await world.database.remove(self.resource, first.id)
        answers = await asyncio.gather(*(one() for one in others))
        won = [answer for answer in answers if answer.status in DONE]
        number = len(answers)
        attempt.controlled(won, f"none of {number} at once won: {answers[0]}")
        why = f"{len(won)} of {number} at once were stored"
        attempt.require(len(won) == 1, why, *won[:2])
        late = (TAKEN, BUSY, LATE) if self.resource.login else (TAKEN,)
        for answer in answers:
            if answer.status not in DONE:
                attempt.expect(answer, *late, why="one that came too late")

    async def in_database(self, attempt: Attempt) -> None:
        """The index refuses a copy, and a change into one; it lets in what it does not speak of."""
        world = attempt.world
        who = await world.person(self.role)
        first = await self._one(attempt, who)
        columns = await world.database.row(self.resource, first.id) or {}
        same = {field.wire: columns[field.wire] for field in self.fields}
        other = await clone(world, first)
        attempt.controlled(other.id, "no other row could be stored")
        try:
            await clone(world, first, **same)
        except RefusedError:
            attempt.require(good=True, why="")
        else:
            attempt.require(good=False, why=f"the database takes a copy with {self._said(first)}")
        try:
            await world.database.change(self.resource, other.id, same)
        except RefusedError:
            attempt.require(good=True, why="")
        else:
            why = f"the database takes a change into {self._said(first)}"
            attempt.require(good=False, why=why)
        if self.rule.when and not always_unique(self.resource, self.rule.unique):
            await self._not_spoken_of(attempt, first, columns)

    async def _not_spoken_of(self, attempt: Attempt, first: Row, columns: dict[str, Any]) -> None:
        """Where `when` is not true, the same values may come again."""
        away = await set_aside(attempt.world, first)
        named = [self.resource.field(name).wire for name in self.rule.unique]
        fields = {field.wire for field in self.fields}
        same = {name: columns[name] for name in named}
        now = await attempt.world.database.row(self.resource, away.id) or {}
        same |= {name: now[name] for name in fields - set(named)}
        try:
            await clone(attempt.world, away, **same)
        except RefusedError as error:
            why = f"the database refuses a row that {self.rule.name} does not speak of: {error}"
            attempt.require(good=False, why=why)

    async def _one(self, attempt: Attempt, who: Person) -> Row:
        """A stored row of which the uniqueness speaks. Raises: NoRowError."""
        row = await attempt.world.make(self.resource, who)
        now = values_of(self.resource, row.data)
        values = made_true(self.blueprint, self.resource, now, self.rule.when)
        if values is None:
            raise NoRowError(f"no {self.resource.name} was found of which {self.rule.name} speaks")
        row = await arrange(attempt.world, row, values)
        return await told_apart(attempt.world, row, who, self.rule.unique)

    async def _tries(self, attempt: Attempt, who: Person, first: Row) -> list[Contender]:
        """Requests that would each make another row with the same values."""
        number = 1 + (ACCOUNTS if self.resource.login else AT_ONCE)
        if not begins(self.resource, values_of(self.resource, first.data), self.rule.when):
            return await arrivals(attempt.world, first, self.rule, number)
        bodies = [await self._body(attempt, who, first) for _ in range(number)]
        return [partial(self._create, attempt, who, first, body) for body in bodies]

    async def _body(self, attempt: Attempt, who: Person, first: Row) -> dict[str, Any]:
        """A body that would make a row with the same values."""
        _, body = await attempt.world.rows.prepared(self.resource, who, first.parent)
        for field in self.fields:
            if told_by(field, self.resource, who.role) or field.wire in body:
                body[field.wire] = first.data[field.wire]
        return body

    async def _create(self, attempt: Attempt, who: Person, first: Row, body: Any) -> Any:
        above = dict(first.parent.parameters) if first.parent else {}
        return await attempt.world.rows.create(self.resource, who, above, body)

    def _said(self, row: Row) -> str:
        return ", ".join(f"{field.name} {row.data[field.wire]}" for field in self.fields)
