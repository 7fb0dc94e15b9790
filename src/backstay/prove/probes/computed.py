"""rule: computed fields are what the blueprint works out from the row, on every row."""

from collections.abc import Iterator

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import names_in, show
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Field
from backstay.prove.attempt import Attempt
from backstay.prove.trial import Trial
from backstay.prove.world.clones import crowd, set_aside
from backstay.prove.world.hands import hands_for
from backstay.prove.world.moments import UNKNOWN, worked_out
from backstay.prove.world.reading import value_of, values_of

SOME = 14
OK = 200


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each computed field."""
    for resource in blueprint.resources:
        for field in resource.fields:
            if field.computed is not None:
                yield Trial(
                    "rule",
                    f"resources.{resource.name}.fields.{field.name}",
                    field.at,
                    f"{field.name} of {resource.plural} is `{show(field.computed)}`",
                    _Computed(blueprint, resource, field).run,
                )


class _Computed:
    def __init__(self, blueprint: Blueprint, resource: Resource, field: Field) -> None:
        assert field.computed is not None, "computed fields only"
        self.blueprint = blueprint
        self.resource = resource
        self.field = field
        self.expression = bind(field.computed, resource)
        self.parts = names_in(field.computed, resource)

    async def run(self, attempt: Attempt) -> None:
        world = attempt.world
        maker, who = await hands_for(self.blueprint, self.resource, "read").people(world)
        base = await set_aside(world, await world.make(self.resource, maker))
        seen = set()
        for row in await crowd(world, base, SOME, *self.parts):
            answer = await world.on(who, row, "get")
            attempt.allow(answer, OK, why=f"get a {self.resource.name}")
            data = answer.data if isinstance(answer.data, dict) else {}
            now = values_of(self.resource, data)
            if set(self.parts) <= set(now):
                wanted = worked_out(self.field, self.expression, now, UNKNOWN, who.id)
                got = value_of(self.field, data.get(self.field.wire))
                why = f"{self.field.name} is {got}, not {wanted}, where {self._said(now)}"
                attempt.require(got == wanted, why, answer)
                seen.add(str(wanted))
        attempt.controlled(len(seen) > 1, f"{self.field.name} was {seen} on every row")

    def _said(self, now: dict[str, object]) -> str:
        return ", ".join(f"{name} is {now[name]}" for name in self.parts)
