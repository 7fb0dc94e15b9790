"""Who reads which rows, in the words of a repository (contract.md section 5)."""

from dataclasses import dataclass

from backstay.blueprint.access import Scope, row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.build.naming.names import names_of


@dataclass(frozen=True, slots=True)
class Visible:
    """The rows that one role may read."""

    role: str
    condition: str


def role_name(role: str) -> str:
    """The member of the project's Role."""
    return f"Role.{role.upper()}"


def visible_of(blueprint: Blueprint, resource: Resource) -> tuple[Visible, ...]:
    """The `visible` of a repository: one condition for each role that may read at all."""
    found = []
    for role in blueprint.roles:
        condition = condition_of(blueprint, resource, role)
        if condition:
            found.append(Visible(role_name(role), condition))
    return tuple(found)


def condition_of(blueprint: Blueprint, resource: Resource, role: str) -> str:
    """The rows that a role may read, as a SQLAlchemy condition; empty for none.

    A nested resource that others refer to is seen only below a parent that is seen.
    """
    scope = row_grant(blueprint, resource, role, "read")
    if not scope:
        return ""
    own = _own(blueprint, resource, scope)
    above = _above(blueprint, resource, role) if _is_referred_to(blueprint, resource) else "true()"
    if not above:
        return ""
    parts = [part for part in (own, above) if part != "true()"]
    return f"and_({', '.join(parts)})" if len(parts) > 1 else (parts or ["true()"])[0]


def _own(blueprint: Blueprint, resource: Resource, scope: Scope) -> str:
    if scope.everything:
        return "true()"
    row = names_of(blueprint, resource).row
    ways = [f"{row}.{resource.field(name).wire} == CALLER" for name in scope.owners]
    if scope.self_only:
        ways.append(f"{row}.id == CALLER")
    return ways[0] if len(ways) == 1 else f"or_({', '.join(ways)})"


def _above(blueprint: Blueprint, resource: Resource, role: str) -> str:
    if not resource.under:
        return "true()"
    parent = blueprint.resource(resource.under)
    own = condition_of(blueprint, parent, role)
    if not own:
        return ""
    above = _above(blueprint, parent, role)
    parts = [part for part in (own, above) if part != "true()"]
    row = names_of(blueprint, parent).row
    if parent.soft:
        parts.append(f"{row}.deleted_at.is_(None)")
    if not parts:
        return "true()"
    column = f"{names_of(blueprint, resource).row}.{resource.field(resource.parent_field).wire}"
    # not `in`, for which SQLite would read every parent: each is looked up by its key
    return f"select({row}.id).where({', '.join([f'{row}.id == {column}', *parts])}).exists()"


def _is_referred_to(blueprint: Blueprint, resource: Resource) -> bool:
    """Whether another row can name a row of this resource other than by its path."""
    return bool(resource.under) and any(
        field.target == resource.name and other.parent_field != field.name
        for other in blueprint.resources
        for field in other.fields
    )


def read_by(blueprint: Blueprint, resource: Resource) -> str:
    """Who reads which rows, as a sentence."""
    everything, own = [], []
    for role in blueprint.roles:
        scope = row_grant(blueprint, resource, role, "read")
        if scope.everything:
            everything.append(f"{role}s".replace("_", " "))
        elif scope:
            own.append(f"{role}s".replace("_", " "))
    parts = []
    if everything:
        parts.append(f"{_listed(everything)} see every row")
    if own:
        parts.append(f"{_listed(own)} their own")
    text = ", ".join(parts) or "nobody sees any row"
    return text[0].upper() + text[1:] + "."


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
