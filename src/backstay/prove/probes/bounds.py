"""bounds: below, at and above each bound over HTTP, on a database that refuses nothing itself."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any

from backstay.blueprint.access import may_ever
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.naming import PREFIX
from backstay.blueprint.samples.makers import can_make, is_guarded, may_write
from backstay.prove.attempt import Attempt
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.trial import Phase, Trial
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.changes import whole_of
from backstay.prove.world.edges import edges
from backstay.prove.world.hands import hands_for
from backstay.prove.world.person import Person
from backstay.prove.world.row import Row

CREATED, OK, CONFLICT, UNFIT = 201, 200, 409, 422
BEHIND = ("", "rule_broken", "flow_refused", "not_unique", "password_weak", "beyond_calendar")
"""What is said only once the schema has let the body through."""
SHOWN = 40
ABSENT = object()


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each field that anybody may send."""
    for resource in blueprint.resources:
        for field in resource.fields:
            if is_sent(blueprint, resource, field):
                yield Trial(
                    "bounds",
                    f"resources.{resource.name}.fields.{field.name}",
                    field.at,
                    f"{field.name} of {resource.plural} takes what its type says, no more",
                    _Bounds(blueprint, resource, field).run,
                    Phase.BARE,
                )


def is_sent(blueprint: Blueprint, resource: Resource, field: Field) -> bool:
    """Whether anybody may send a field, at creation or later."""
    if field.computed is not None or field.name == resource.parent_field:
        return False
    writers = [role for role in blueprint.roles if may_write(field, role)]
    changed = () if field.fixed else writers
    return any(can_make(blueprint, resource, role) for role in writers) or any(
        may_ever(blueprint, resource, role, "update") for role in changed
    )


@dataclass(frozen=True, slots=True)
class _Way:
    """One way in which the field is sent; row is what it changes, or is made beside."""

    name: str
    who: Person | None = None
    row: Row | None = None


class _Bounds:
    def __init__(self, blueprint: Blueprint, resource: Resource, field: Field) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.field = field

    async def run(self, attempt: Attempt) -> None:
        found = edges(self.field, self.blueprint)
        async for way in self._ways(attempt):
            if self.field.kind == "ref":
                attempt.controlled(way.name, "nobody sends it")
            for value in found.good:
                answer = await self._send(attempt, way, value)
                why = f"{way.name} with {self.field.wire} {_shown(value)}"
                attempt.allow(answer, CREATED, OK, CONFLICT, UNFIT, why=why, code=BEHIND)
            for value in found.bad:
                answer = await self._send(attempt, way, value)
                why = f"{way.name} with {self.field.wire} {_shown(value)}"
                if attempt.expect(answer, UNFIT, why=why):
                    named = self.field.wire in answer.fields and answer.code != "rule_broken"
                    told = f"{why}: refused, but not for this field: {answer}"
                    attempt.require(named, told, answer)
            if way.name in ("create", "register") and not self._may_be_absent():
                answer = await self._send(attempt, way, ABSENT)
                attempt.expect(answer, UNFIT, why=f"{way.name} without {self.field.wire}")

    def _may_be_absent(self) -> bool:
        return self.field.optional or self.field.default is not None

    async def _ways(self, attempt: Attempt) -> AsyncIterator[_Way]:
        """Creation, PATCH and PUT, and sign-up where it is an account's."""
        world = attempt.world
        roles = [r for r in self.blueprint.roles if can_make(self.blueprint, self.resource, r)]
        for role in [one for one in roles if may_write(self.field, one)][:1]:
            who = await world.person(role)
            yield _Way("create", who, await world.make(self.resource, who))
        if self.resource.login and not is_guarded(self.field):
            yield _Way("register")
        try:
            hands = hands_for(self.blueprint, self.resource, "update", [self.field])
        except NoRowError:
            return
        if not self.field.fixed:
            maker, who = await hands.people(world)
            row = await world.make(self.resource, maker)
            yield _Way("update", who, row)
            yield _Way("replace", who, row)

    async def _send(self, attempt: Attempt, way: _Way, value: Any) -> Exchange:
        world = attempt.world
        given = {} if value is ABSENT else {self.field.wire: value}
        if way.who is None or way.row is None:
            body = world.people.sign_up_body(world.people.address()[0])
            body.pop(self.field.wire, None)
            return await world.client.send("POST", f"{PREFIX}/auth/register", body=body | given)
        if way.name == "create":
            parent = way.row.parent
            parameters, body = await world.rows.prepared(self.resource, way.who, parent)
            body.pop(self.field.wire, None)
            return await world.rows.create(self.resource, way.who, parameters, body | given)
        body = whole_of(way.row, way.who.role) if way.name == "replace" else {}
        return await world.on(way.who, way.row, way.name, body | given)


def _shown(value: Any) -> str:
    text = "null" if value is None else repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}... ({len(str(value))} characters)"
