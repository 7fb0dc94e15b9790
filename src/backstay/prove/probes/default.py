"""default: what a creation leaves out gets the value that the contract says."""

from collections.abc import Iterator

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import show
from backstay.blueprint.model import Field
from backstay.blueprint.samples.makers import maker_role
from backstay.prove.attempt import Attempt
from backstay.prove.trial import Trial
from backstay.prove.world.moments import moment
from backstay.prove.world.reading import value_of

CREATED = 201


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each field with a default, `caller` included."""
    for resource in blueprint.resources:
        for field in resource.fields:
            if field.default is not None:
                yield Trial(
                    "default",
                    f"resources.{resource.name}.fields.{field.name}",
                    field.at,
                    f"{field.name} of {resource.plural} is `{show(field.default)}` when left out",
                    _Default(blueprint, resource, field).run,
                )


class _Default:
    def __init__(self, blueprint: Blueprint, resource: Resource, field: Field) -> None:
        self.resource = resource
        self.field = field
        self.role = maker_role(blueprint, resource)

    async def run(self, attempt: Attempt) -> None:
        world = attempt.world
        default = self.field.default
        assert default is not None, "fields with a default only"
        who = await world.person(self.role, "a maker")
        parameters, body = await world.rows.prepared(self.resource, who)
        body.pop(self.field.wire, None)
        with moment({}, who.id) as seen:
            made = await world.rows.create(self.resource, who, parameters, body)
        why = f"a creation without {self.field.wire}"
        if attempt.allow(made, CREATED, why=why) and isinstance(made.data, dict):
            value = value_of(self.field, made.data.get(self.field.wire))
            right = seen.agrees(self.field, default, value)
            told = f"{why}: it came out as {value}, not `{show(default)}`"
            attempt.require(right, told, made)
