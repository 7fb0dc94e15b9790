"""Rights: what contract.md section 5 says about one person and one stored row."""

from collections.abc import Iterator

from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.prove.world.person import Person
from backstay.prove.world.row import Row


def reaches(blueprint: Blueprint, who: Person, verb: str, row: Row) -> bool:
    """Whether the contract grants them a verb on a row, wherever the row stands."""
    scope = row_grant(blueprint, row.resource, who.role, verb)
    fields = {field.name: field for field in row.resource.fields}
    owned = any(row.data.get(fields[name].wire) == who.id for name in scope.owners)
    return scope.everything or owned or (scope.self_only and row.id == who.id)


def reads(blueprint: Blueprint, who: Person, row: Row | None) -> bool:
    """Whether they may read a row, and every parent above it."""
    if row is None:
        return True
    return reads(blueprint, who, row.parent) and reaches(blueprint, who, "read", row)


def accounts_of(blueprint: Blueprint, resource: Resource) -> Iterator[Field]:
    """The fields of a resource that hold an account."""
    for field in resource.fields:
        if field.target == blueprint.login.name:
            yield field
