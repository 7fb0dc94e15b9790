"""Rows: made over HTTP by people who may, with the parents and references that they need."""

from typing import Any

from backstay.blueprint.access import may_ever, row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.naming import item_parameter
from backstay.blueprint.operations import collection
from backstay.blueprint.samples.makers import can_make, maker_role
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.world.bodies import NoRowError, good_values
from backstay.prove.world.client import Client
from backstay.prove.world.people import People
from backstay.prove.world.person import PASSWORD, Person
from backstay.prove.world.row import Row
from backstay.prove.world.values import wire_body

CREATED = 201


class OnlyOneError(NoRowError):
    """Somebody has such a row already, and may have no other."""


class Rows:
    """Makes rows on one subject."""

    def __init__(self, blueprint: Blueprint, client: Client, people: People) -> None:
        self._blueprint = blueprint
        self._client = client
        self._people = people
        self._made: dict[tuple[str, str], Row] = {}

    async def make(
        self, resource: Resource, who: Person, parent: Row | None = None, **values: Any
    ) -> Row:
        """A new row of theirs.

        Args: resource; who makes it; parent, made too when there is none; values, over the plain
        ones, by their names on the wire.
        Raises: NoRowError when the service does not let them, NoPersonError.
        """
        if resource.under and parent is None:
            parent = await self.seen_by(self._blueprint.resource(resource.under), who)
        parameters, body = await self.prepared(resource, who, parent, **values)
        answer = await self.create(resource, who, parameters, body)
        if answer.code == "not_unique":
            raise OnlyOneError(f"no second {resource.name} can be made: {answer}")
        if answer.status != CREATED or not isinstance(answer.data, dict):
            raise NoRowError(f"no {resource.name} can be made: {answer}")
        own = {**parameters, item_parameter(resource.name): str(answer.data["id"])}
        row = Row(resource, answer.data, answer.answered.get("etag", ""), own, parent)
        self._made[resource.name, who.id] = row
        return row

    async def prepared(
        self, resource: Resource, who: Person, parent: Row | None = None, **values: Any
    ) -> tuple[dict[str, str], dict[str, Any]]:
        """The path parameters and the body that `make` would send."""
        if resource.under and parent is None:
            parent = await self.seen_by(self._blueprint.resource(resource.under), who)
        fields = {field.name: field for field in resource.fields}
        body = wire_body(good_values(self._blueprint, resource, who.role), fields)
        for field in resource.fields:
            if self._must_name(resource, field) and field.wire not in values:
                body[field.wire] = await self._named(field, who)
        if resource.login:
            body["password"] = PASSWORD
        return dict(parent.parameters) if parent else {}, body | values

    async def create(
        self, resource: Resource, who: Person, parameters: dict[str, str], body: Any
    ) -> Exchange:
        """Send a creation, whatever comes of it."""
        path = collection(self._blueprint, resource).format(**parameters)
        return await self._client.send("POST", path, who=who.name, token=who.token, body=body)

    def _must_name(self, resource: Resource, field: Field) -> bool:
        return (
            field.kind == "ref"
            and not field.optional
            and field.default is None
            and field.name != resource.parent_field
        )

    async def _named(self, field: Field, who: Person) -> str:
        target = self._blueprint.resource(field.target)
        return who.id if target.login else (await self.seen_by(target, who)).id

    async def seen_by(self, resource: Resource, who: Person) -> Row:
        """A row that somebody can read: their own, or a maker's where they see everybody's.

        It is new, but where they can have only one, and have it.
        """
        if can_make(self._blueprint, resource, who.role):
            try:
                return await self.make(resource, who)
            except OnlyOneError:
                if (resource.name, who.id) not in self._made:
                    raise
                return self._made[resource.name, who.id]
        if not row_grant(self._blueprint, resource, who.role, "read").everything:
            raise NoRowError(f"{who.role} can neither make nor read a {resource.name} of others")
        makers = [r for r in ("admin", *self._blueprint.roles) if self._makes(resource, r)]
        if not makers:
            raise NoRowError(f"nobody may create a {resource.name}")
        maker = await self._people.person(makers[0])
        return await self.make(resource, maker)

    def _makes(self, resource: Resource, role: str) -> bool:
        return may_ever(self._blueprint, resource, role, "create") and bool(
            can_make(self._blueprint, resource, role) or maker_role(self._blueprint, resource)
        )
