"""Lists: a crowd of rows in one place, somebody who reads them, and what a list shows of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Resource
from backstay.blueprint.naming import item_parameter
from backstay.blueprint.samples.makers import maker_role
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.clones import crowd, set_aside
from backstay.prove.world.hands import hands_for
from backstay.prove.world.person import Person
from backstay.prove.world.reading import value_of
from backstay.prove.world.row import Row
from backstay.prove.world.values import wire
from backstay.prove.world.walks import Walk, walk
from backstay.prove.world.world import World

TIMES = ("created_at", "updated_at")


@dataclass(frozen=True, slots=True)
class Stand:
    """A crowd: who reads it, where it is listed, and the rows that were made for it."""

    world: World
    who: Person
    base: Row
    rows: list[Row]

    @property
    def resource(self) -> Resource:
        """The resource of the rows."""
        return self.base.resource

    @property
    def parameters(self) -> Mapping[str, str]:
        """What the path of the list needs."""
        return self.base.parent.parameters if self.base.parent else {}

    async def walk(self, limit: int = 0, **query: str) -> Walk:
        """Every row that the list shows for a query."""
        return await walk(self.world, self.who, self.resource, self.parameters, limit, **query)

    def value(self, row: Mapping[str, Any], name: str) -> Any:
        """A listed row's field as a Python value; `name` as the contract has it."""
        if name in TIMES:
            return datetime.fromisoformat(str(row.get(name)))
        if name == "id":
            return row.get(name)
        field = self.resource.field(name)
        return value_of(field, row.get(field.wire))


async def stand(world: World, resource: Resource, number: int, *spread: str) -> Stand:
    """So many rows of one maker, various in some fields, and somebody who reads them all.

    Accounts that nobody makes have signed up. Raises: NoRowError.
    """
    if resource.login and not maker_role(world.blueprint, resource):
        who = await _reader(world, resource)
        own = {item_parameter(resource.name): who.id}
        made = await world.seen(who, Row(resource, {"id": who.id}, "", own))
    else:
        maker, who = await hands_for(world.blueprint, resource, "read").people(world)
        made = await world.make(resource, maker)
    base = await set_aside(world, made)
    return Stand(world, who, base, await crowd(world, base, number, *spread))


async def _reader(world: World, login: Resource) -> Person:
    """Somebody who reads all accounts. Raises: NoRowError where nobody does."""
    for role in world.blueprint.roles:
        if row_grant(world.blueprint, login, role, "read").everything:
            return await world.person(role)
    raise NoRowError(f"nobody reads all {login.plural}, so no list of them can be known")


def asked(value: Any) -> str:
    """A value as it stands in a query string."""
    plain = wire(value)
    return {True: "true", False: "false"}[plain] if isinstance(plain, bool) else str(plain)
