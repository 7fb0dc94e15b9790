"""Hands: which roles make a row and then do something with it."""

from collections.abc import Iterable
from dataclasses import dataclass

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.samples.makers import can_make, maker_role, may_write, reaches_own
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.person import Person
from backstay.prove.world.world import World


@dataclass(frozen=True, slots=True)
class Hands:
    """The role that makes a row, and the role that then uses it; often the same."""

    maker: str
    actor: str

    async def people(self, world: World) -> tuple[Person, Person]:
        """Two people with these roles, one person where the roles are one."""
        maker = await world.person(self.maker)
        same = self.maker == self.actor
        return maker, maker if same else await world.person(self.actor)


def hands_for(
    blueprint: Blueprint, resource: Resource, verb: str, fields: Iterable[Field] = ()
) -> Hands:
    """Who can make a row and use the verb on it, and may write all of the fields.

    Raises: NoRowError when nobody can.
    """
    written = list(fields)
    best = maker_role(blueprint, resource)
    makers = [role for role in (best, *blueprint.roles) if can_make(blueprint, resource, role)]
    for role in makers:
        if reaches_own(blueprint, resource, role, verb) and _may(written, role):
            return Hands(role, role)
    for role in blueprint.roles if makers else ():
        if _reaches_all(blueprint, resource, role, verb) and _may(written, role):
            return Hands(makers[0], role)
    named = ", ".join(field.name for field in written)
    what = f"{verb} {resource.plural}{f' and write {named}' if named else ''}"
    raise NoRowError(f"no role can make, read and {what}")


def _may(fields: list[Field], role: str) -> bool:
    return all(may_write(field, role) for field in fields)


def _reaches_all(blueprint: Blueprint, resource: Resource, role: str, verb: str) -> bool:
    reads = [row_grant(blueprint, one, role, "read") for one in blueprint.chain(resource)]
    own = [row_grant(blueprint, resource, role, word) for word in ("read", verb)]
    return all(scope.everything for scope in (*reads, *own))
