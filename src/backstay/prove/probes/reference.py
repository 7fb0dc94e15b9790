"""reference: a row that is missing, deleted or foreign cannot be named; nobody can tell which."""

from collections.abc import AsyncIterator, Iterator
from typing import Any
from uuid import uuid4

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.naming import item_parameter
from backstay.blueprint.samples.makers import can_make, may_write, reaches_own
from backstay.prove.attempt import Attempt
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.subject.database import RefusedError
from backstay.prove.trial import Trial
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.changes import whole_of
from backstay.prove.world.clones import arrange, set_aside
from backstay.prove.world.distinct import another
from backstay.prove.world.gone import gone
from backstay.prove.world.holders import foreign
from backstay.prove.world.naming import nameable
from backstay.prove.world.person import Person
from backstay.prove.world.row import Row
from backstay.prove.world.world import World

CREATED, OK, UNFIT = 201, 200, 422


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each reference that anybody sends; that to a parent comes from the path."""
    for resource in blueprint.resources:
        for field in resource.fields:
            if field.kind == "ref" and field.name != resource.parent_field:
                yield Trial(
                    "reference",
                    f"resources.{resource.name}.fields.{field.name}",
                    field.at,
                    f"{field.wire} of {resource.plural} names only what the caller may read",
                    _Reference(blueprint, resource, field).run,
                )


class _Reference:
    def __init__(self, blueprint: Blueprint, resource: Resource, field: Field) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.field = field
        self.target = blueprint.resource(field.target)

    async def run(self, attempt: Attempt) -> None:
        world = attempt.world
        nobody: NoRowError | None = None
        for role in self.blueprint.roles:
            able = can_make(self.blueprint, self.resource, role)
            if not able or not may_write(self.field, role):
                continue
            who = await world.person(role)
            try:
                row = await self._right(attempt, who)
            except NoRowError as error:
                nobody = error
                continue
            answers = []
            async for kind, wrong in self._wrong(world, who, row):
                for answer in await self._sent(attempt, who, row, wrong):
                    why = f"{answer.method} as {role} naming a {self.target.name} that is {kind}"
                    attempt.expect(answer, UNFIT, why=why, code="unknown_reference")
                    told = (answer.json or {}).get("error", {})
                    answers.append((told.get("message"), str(told.get("details"))))
            alike = len(set(answers)) <= 1
            attempt.require(
                alike, f"the answers tell apart what is wrong: {sorted(set(answers), key=str)}"
            )
        if nobody is not None and not attempt.controls:
            raise nobody
        await self._alone(attempt)

    async def _right(self, attempt: Attempt, who: Person) -> Row:
        """A row that names something that its maker may read, as the control."""
        world = attempt.world
        row = await set_aside(world, await world.make(self.resource, who))
        if row.data[self.field.wire] is None:
            named = await nameable(world, row, who, self.field)
            row = await arrange(world, row, {self.field.name: named})
        if not self.field.fixed and reaches_own(self.blueprint, self.resource, who.role, "update"):
            same = {self.field.wire: row.data[self.field.wire]}
            answer = await world.on(who, row, "update", same)
            attempt.allow(answer, OK, why=f"{who.role} names what they may read")
        attempt.controlled(row.id, "no row could be made")
        return row

    async def _wrong(self, world: World, who: Person, row: Row) -> AsyncIterator[tuple[str, str]]:
        named = str(row.data[self.field.wire])
        yield "missing", str(uuid4())
        if self.target.soft:
            fallen = await another(world, self.target, named)
            own = {item_parameter(self.target.name): str(fallen)}
            await gone(world, Row(self.target, {"id": str(fallen)}, "", own))
            yield "deleted", str(fallen)
        scope = row_grant(self.blueprint, self.target, who.role, "read")
        if not scope.everything:
            yield "foreign", str(await foreign(world, self.target, named, who))

    async def _sent(self, attempt: Attempt, who: Person, row: Row, wrong: str) -> list[Exchange]:
        """The same wrong name in every way in which it can be sent."""
        world = attempt.world
        given: dict[str, Any] = {self.field.wire: wrong}
        parameters, body = await world.rows.prepared(self.resource, who, row.parent, **given)
        answers = [await world.rows.create(self.resource, who, parameters, body)]
        if not self.field.fixed and reaches_own(self.blueprint, self.resource, who.role, "update"):
            answers.append(await world.on(who, row, "update", given))
            whole = whole_of(row, who.role) | given
            answers.append(await world.on(who, row, "replace", whole))
        return answers

    async def _alone(self, attempt: Attempt) -> None:
        """The foreign key refuses what is not there, past the service."""
        world = attempt.world
        makers = [r for r in self.blueprint.roles if can_make(self.blueprint, self.resource, r)]
        row = await world.make(self.resource, await world.person(makers[0]))
        attempt.controlled(row.id, "no row could be made")
        try:
            await world.database.change(self.resource, row.id, {self.field.wire: uuid4()})
        except RefusedError:
            attempt.require(good=True, why="")
        else:
            attempt.require(good=False, why="the database takes the id of a row that is not there")
