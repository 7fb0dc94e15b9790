"""Who does what to rows in generated tests."""

from dataclasses import dataclass

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.samples.makers import maker_role, reaches_own
from backstay.build.views.scope import role_name


@dataclass(frozen=True, slots=True)
class Actors:
    """Who does what to a row in tests; an empty role when nobody can."""

    making: str
    updating: str
    deleting: str

    @property
    def maker(self) -> str:
        """The role that makes it, as Python."""
        return role_name(self.making)

    @property
    def updater(self) -> str:
        """The role that changes it, as Python."""
        return role_name(self.updating) if self.updating else ""

    @property
    def deleter(self) -> str:
        """The role that deletes it, as Python."""
        return role_name(self.deleting) if self.deleting else ""


def actors_of(blueprint: Blueprint, resource: Resource) -> Actors:
    """Who makes, changes and deletes rows of a resource in tests."""
    maker = maker_role(blueprint, resource)
    all_seeing = [role for role in blueprint.roles if sees_all(blueprint, resource, role)]

    def actor(verb: str) -> str:
        if reaches_own(blueprint, resource, maker, verb):
            return maker
        able = (
            role for role in all_seeing if row_grant(blueprint, resource, role, verb).everything
        )
        return next(able, "")

    return Actors(maker, actor("update"), actor("delete"))


def sees_all(blueprint: Blueprint, resource: Resource, role: str) -> bool:
    """Whether a role reads every row, and every parent of one."""
    chain = (*blueprint.chain(resource), resource)
    return all(row_grant(blueprint, one, role, "read").everything for one in chain)
