"""Who makes rows in generated tests, and who may then change them."""

from backstay.blueprint.access import VERBS, may_ever, roles_with, row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field


def maker_role(blueprint: Blueprint, resource: Resource) -> str:
    """The role that can do most with rows that it can create; empty when none can create one."""
    makers = [role for role in blueprint.roles if can_make(blueprint, resource, role)]
    verbs = (*VERBS, *(action.name for action in resource.actions))

    def most(role: str) -> int:
        return sum(reaches_own(blueprint, resource, role, verb) for verb in verbs)

    return max(makers, key=most, default="")


def owner_role(blueprint: Blueprint, resource: Resource) -> str:
    """A role that can create rows which others of its kind cannot see; empty for none."""
    for role in blueprint.roles:
        chain = (*blueprint.chain(resource), resource)
        scopes = [row_grant(blueprint, one, role, "read") for one in chain]
        hidden = any(not scope.everything and scope.owners for scope in scopes)
        if hidden and can_make(blueprint, resource, role):
            return role
    return ""


def reaches_own(blueprint: Blueprint, resource: Resource, role: str, verb: str) -> bool:
    """Whether a role may use the verb on every row that it has created itself."""
    scope = row_grant(blueprint, resource, role, verb)
    return scope.everything or any(_by_server(resource.field(name)) for name in scope.owners)


def can_make(
    blueprint: Blueprint, resource: Resource, role: str, seen: frozenset[str] = frozenset()
) -> bool:
    """Whether somebody with that role can create a row with all it needs, and see it."""
    if resource.name in seen or not may_ever(blueprint, resource, role, "create"):
        return False
    if not reaches_own(blueprint, resource, role, "read"):
        return False
    seen |= {resource.name}
    if resource.under and not _can_name(blueprint, blueprint.resource(resource.under), role, seen):
        return False
    return all(
        may_write(field, role) and _can_fill(blueprint, field, role, seen)
        for field in needed_fields(resource)
    )


def needed_fields(resource: Resource) -> list[Field]:
    """What every creation must send."""
    return [
        field
        for field in resource.fields
        if not field.optional
        and field.default is None
        and field.computed is None
        and field.name != resource.parent_field
    ]


def is_guarded(field: Field) -> bool:
    """Whether only some may send it."""
    return bool(field.write) or _by_server(field)


def may_write(field: Field, role: str) -> bool:
    """Whether the role may send a field."""
    return not is_guarded(field) or role in {"admin", field.write}


def _by_server(field: Field) -> bool:
    return field.default is not None and field.default.op == "caller"


def _can_fill(blueprint: Blueprint, field: Field, role: str, seen: frozenset[str]) -> bool:
    if field.kind != "ref":
        return True
    target = blueprint.resource(field.target)
    if target.login:  # whoever makes the row is named, and must be able to see themselves
        scope = row_grant(blueprint, target, role, "read")
        return scope.everything or scope.self_only
    return _can_name(blueprint, target, role, seen)


def _can_name(blueprint: Blueprint, target: Resource, role: str, seen: frozenset[str]) -> bool:
    """Whether the role can read a row of the target that it, or an admin, has made."""
    if can_make(blueprint, target, role, seen):
        return True
    everything = row_grant(blueprint, target, role, "read").everything
    return everything and "admin" in roles_with(blueprint, target, "create")
