"""set-by-server: what is not theirs to set is refused from callers, and nothing changes."""

from collections.abc import Iterator
from typing import Any

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.samples.makers import can_make, is_guarded, may_write, reaches_own
from backstay.prove.attempt import Attempt
from backstay.prove.trial import Trial
from backstay.prove.world.bodies import NoRowError, good_values
from backstay.prove.world.fitting import another_value
from backstay.prove.world.hands import hands_for
from backstay.prove.world.person import Person
from backstay.prove.world.reading import value_of, values_of
from backstay.prove.world.row import Row
from backstay.prove.world.values import wire

OK, CREATED, UNFIT = 200, 201, 422
READ_ONLY = "read_only_field"


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each field that only some may write, or that never changes."""
    for resource in blueprint.resources:
        for field in resource.fields:
            guarded = is_guarded(field)
            if not guarded and not field.fixed:
                continue
            only = f"only {field.write or 'admin'} sets" if guarded else "nobody changes"
            yield Trial(
                "set-by-server",
                f"resources.{resource.name}.fields.{field.name}",
                field.at,
                f"{only} {field.wire} of {resource.plural}",
                _Guarded(blueprint, resource, field).run,
            )


class _Guarded:
    def __init__(self, blueprint: Blueprint, resource: Resource, field: Field) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.field = field

    async def run(self, attempt: Attempt) -> None:
        makers = [r for r in self.blueprint.roles if can_make(self.blueprint, self.resource, r)]
        for role in makers:
            who = await attempt.world.person(role)
            if may_write(self.field, role):
                await self._may_create(attempt, who)
            else:
                await self._may_not_create(attempt, who)
                if reaches_own(self.blueprint, self.resource, role, "update"):
                    row = await attempt.world.make(self.resource, who)
                    await self._kept(attempt, who, row)
        try:
            hands = hands_for(self.blueprint, self.resource, "update", [self.field])
        except NoRowError:
            return  # nobody changes such rows at all
        maker, who = await hands.people(attempt.world)
        row = await attempt.world.make(self.resource, maker)
        if self.field.fixed:
            await self._kept(attempt, who, row)
        elif self.field.name not in {flow.field for flow in self.resource.flows}:
            await self._changed(attempt, who, row)

    async def _may_create(self, attempt: Attempt, who: Person) -> None:
        """Whoever may write it can give it a value at once."""
        value = await self._value(attempt, who, None)
        made = await self._create(attempt, who, value)
        why = f"{who.role} creates with {self.field.wire}"
        if attempt.allow(made, CREATED, why=why) and isinstance(made.data, dict):
            got = value_of(self.field, made.data.get(self.field.wire))
            same = got == value_of(self.field, value)
            attempt.require(same, f"{why} {value}, and it came out as {got}", made)

    async def _may_not_create(self, attempt: Attempt, who: Person) -> None:
        plain = await attempt.world.make(self.resource, who)
        attempt.controlled(plain.id, "no row could be made")
        value = await self._value(attempt, who, plain)
        made = await self._create(attempt, who, value)
        why = f"{who.role} creates with {self.field.wire}"
        attempt.expect(made, UNFIT, why=why, code=READ_ONLY)

    async def _kept(self, attempt: Attempt, who: Person, row: Row) -> None:
        """A change of it is refused, and what is stored stays."""
        before = await attempt.world.database.row(self.resource, row.id)
        value = await self._value(attempt, who, row)
        answer = await attempt.world.on(who, row, "update", {self.field.wire: value})
        why = f"{who.role} changes {self.field.wire}"
        attempt.expect(answer, UNFIT, why=why, code=READ_ONLY)
        after = await attempt.world.database.row(self.resource, row.id)
        attempt.require(after == before, f"{why}: refused, and still the row changed", answer)

    async def _changed(self, attempt: Attempt, who: Person, row: Row) -> None:
        value = row.data[self.field.wire]
        answer = await attempt.world.on(who, row, "update", {self.field.wire: value})
        attempt.allow(answer, OK, why=f"{who.role} sends {self.field.wire} as it is")

    async def _create(self, attempt: Attempt, who: Person, value: Any) -> Any:
        given = {self.field.wire: value}
        parameters, body = await attempt.world.rows.prepared(self.resource, who, None, **given)
        return await attempt.world.rows.create(self.resource, who, parameters, body)

    async def _named(self, attempt: Attempt, who: Person) -> str:
        """Somebody, or something, whom they can read: themselves where they see nobody else."""
        target = self.blueprint.resource(self.field.target)
        if not target.login:
            return (await attempt.world.rows.seen_by(target, who)).id
        if not row_grant(self.blueprint, target, who.role, "read").everything:
            return who.id
        return (await attempt.world.person(self.blueprint.roles[-1])).id

    async def _value(self, attempt: Attempt, who: Person, row: Row | None) -> Any:
        """Another value than the row has, as it would be sent."""
        if self.field.kind == "ref":
            return await self._named(attempt, who)
        flow = {one.field: one.start for one in self.resource.flows}.get(self.field.name)
        if row is None and flow is not None:
            return flow
        now = (
            good_values(self.blueprint, self.resource, who.role)
            if row is None
            else values_of(self.resource, row.data)
        )
        return wire(another_value(self.blueprint, self.resource, self.field, now))
