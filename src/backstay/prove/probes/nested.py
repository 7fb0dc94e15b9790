"""nested: below a parent that is foreign, missing, deleted or another's there is nothing: 404."""

from collections.abc import Iterator, Mapping
from uuid import uuid4

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.naming import item_parameter
from backstay.blueprint.samples.makers import maker_role
from backstay.prove.attempt import Attempt
from backstay.prove.trial import Trial
from backstay.prove.world.clones import clone
from backstay.prove.world.gone import gone, owned
from backstay.prove.world.person import Person
from backstay.prove.world.row import Row

OK, CREATED, MISSING, UNFIT = 200, 201, 404, 422


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each nested resource."""
    for resource in blueprint.resources:
        if resource.under:
            yield Trial(
                "nested",
                f"resources.{resource.name}.under",
                resource.keys["under"],
                f"{resource.plural} are there only below their own {resource.under}",
                _Nested(blueprint, resource).run,
            )


class _Nested:
    def __init__(self, blueprint: Blueprint, resource: Resource) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.role = maker_role(blueprint, resource)

    async def run(self, attempt: Attempt) -> None:
        world = attempt.world
        who = await world.person(self.role, "a maker")
        row = await world.make(self.resource, who)
        parent = row.parent
        assert parent is not None, "a nested row has a parent"
        await self._own(attempt, who, row)
        missing = {**row.parameters, item_parameter(parent.resource.name): str(uuid4())}
        await self._refused(attempt, who, row, missing, "missing")
        sister = await owned(world, parent, who)
        wrong = {**sister.parameters, item_parameter(self.resource.name): row.id}
        await self._refused(attempt, who, row, wrong, "another of theirs", collection=False)
        if not row_grant(self.blueprint, parent.resource, self.role, "read").everything:
            stranger = await world.person(self.role, "a stranger")
            await self._refused(attempt, stranger, row, row.parameters, "somebody else's")
        fallen = await clone(world, parent)
        below = await clone(world, row, fallen)
        if parent.resource.soft:
            await gone(world, fallen)
            await self._refused(attempt, who, below, below.parameters, "deleted")

    async def _own(self, attempt: Attempt, who: Person, row: Row) -> None:
        """Below the right parent everything is there, and the server fills the reference."""
        field = self.resource.field(self.resource.parent_field)
        assert row.parent is not None, "a nested row has a parent"
        filled = row.data.get(field.wire) == row.parent.id
        attempt.require(filled, f"{field.wire} is {row.data.get(field.wire)}, not the path's id")
        attempt.allow(await attempt.world.on(who, row, "get"), OK, why="get below its own parent")
        parameters, body = await attempt.world.rows.prepared(self.resource, who, row.parent)
        body |= {field.wire: row.parent.id}
        sent = await attempt.world.rows.create(self.resource, who, parameters, body)
        attempt.expect(sent, UNFIT, why=f"a body that names {field.wire}", code="read_only_field")

    async def _refused(
        self,
        attempt: Attempt,
        who: Person,
        row: Row,
        parameters: Mapping[str, str],
        kind: str,
        *,
        collection: bool = True,
    ) -> None:
        """Every operation below that parent answers 404."""
        world = attempt.world
        for name in ("list", "create", "get", "delete"):
            operation = world.operation(self.resource, name)
            if operation is None or (name in ("list", "create") and not collection):
                continue
            body = None
            if name == "create":
                _, body = await world.rows.prepared(self.resource, who, row.parent)
            headers = {"if_match": "*"} if self.resource.lock else {}
            answer = await world.send(who, operation, parameters, body, **headers)
            attempt.expect(answer, MISSING, why=f"{operation.id} below a parent that is {kind}")
