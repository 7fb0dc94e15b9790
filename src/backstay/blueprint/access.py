"""Who may do what (contract.md section 5): which grants fit a role, and which rows they reach."""

from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Grant

VERBS = ("create", "read", "update", "delete")


@dataclass(frozen=True, slots=True)
class Scope:
    """The rows that one role reaches with one verb; nothing at all when it is false.

    `owners` are the fields that make a row the caller's own; `self_only` lets an account reach
    its own row. A caller reaches a row when any of the three does.
    """

    everything: bool = False
    owners: tuple[str, ...] = ()
    self_only: bool = False

    def __bool__(self) -> bool:
        return self.everything or bool(self.owners) or self.self_only


def verbs(resource: Resource) -> tuple[str, ...]:
    """What can be granted on a resource: the four verbs, then its actions."""
    return (*VERBS, *(action.name for action in resource.actions))


def owner_fields(blueprint: Blueprint, resource: Resource) -> tuple[str, ...]:
    """The fields that hold an account, so that `access` may name them."""
    login = blueprint.login.name
    return tuple(field.name for field in resource.fields if field.target == login)


def grants(resource: Resource, grant: Grant, verb: str) -> bool:
    """Whether one line of `access` gives that verb; `update` gives every action too."""
    if "all" in grant.verbs or verb in grant.verbs:
        return True
    return verb not in VERBS and verb in verbs(resource) and "update" in grant.verbs


def fits(blueprint: Blueprint, grant: Grant, role: str) -> bool:
    """Whether a line of `access` can hold for somebody with that role, for some row.

    A name that is both a role and a field asks for both, so it fits that role alone.
    """
    return grant.who == role or grant.who not in blueprint.roles


def row_grant(blueprint: Blueprint, resource: Resource, role: str, verb: str) -> Scope:
    """The rows of a resource that a role reaches with a verb.

    For `create` the owners are the fields that the server sets to the caller. Whether the parent
    of a nested row can be read is another question: ask it of the parent.
    """
    owners = owner_fields(blueprint, resource)
    held = [
        grant.who
        for grant in resource.access
        if grants(resource, grant, verb) and fits(blueprint, grant, role)
    ]
    return Scope(
        everything=role in held and role not in owners,
        owners=tuple(name for name in owners if name in held),
        self_only="self" in held,
    )


def may_ever(blueprint: Blueprint, resource: Resource, role: str, verb: str) -> bool:
    """Whether a caller with that role could use the verb on any row at all."""
    return bool(row_grant(blueprint, resource, role, verb))


def roles_with(blueprint: Blueprint, resource: Resource, verb: str) -> tuple[str, ...]:
    """The roles that could use the verb on some row, in the order of the contract."""
    return tuple(role for role in blueprint.roles if may_ever(blueprint, resource, role, verb))
