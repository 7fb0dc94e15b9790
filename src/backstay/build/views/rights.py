"""Who may do what with a row that they may read, as Python (contract.md section 5)."""

from backstay.blueprint.access import Scope, grants, owner_fields, row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.build.views.scope import role_name


def may(blueprint: Blueprint, resource: Resource, verb: str, row: str) -> str:
    """Python that says whether `caller` may use the verb on a row that they may read.

    Empty where reading is enough: no role that may read lacks the verb.
    """
    scopes = [
        (row_grant(blueprint, resource, role, "read"), row_grant(blueprint, resource, role, verb))
        for role in blueprint.roles
    ]
    if all(_covers(use, read) for read, use in scopes if read):
        return ""
    ways = _roles(blueprint, resource, verb)
    for name in owner_fields(blueprint, resource):
        for grant in resource.access:
            if grant.who == name and grants(resource, grant, verb):
                own = f"{row}.{resource.field(name).wire} == caller.user_id"
                both = name in blueprint.roles
                ways.append(f"(caller.role == {role_name(name)} and {own})" if both else own)
    if any(grant.who == "self" and grants(resource, grant, verb) for grant in resource.access):
        ways.append(f"{row}.id == caller.user_id")
    return " or ".join(ways) or "False"


def _roles(blueprint: Blueprint, resource: Resource, verb: str) -> list[str]:
    roles = [
        role_name(role)
        for role in blueprint.roles
        if row_grant(blueprint, resource, role, verb).everything
    ]
    if not roles:
        return []
    return [
        f"caller.role == {roles[0]}"
        if len(roles) == 1
        else f"caller.role in {{{', '.join(roles)}}}"
    ]


def _covers(use: Scope, read: Scope) -> bool:
    if use.everything:
        return True
    return (
        not read.everything
        and set(read.owners) <= set(use.owners)
        and (use.self_only or not read.self_only)
    )
