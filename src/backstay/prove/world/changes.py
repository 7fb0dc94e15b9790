"""Changes: bodies that change a stored row, and keep every rule and flow."""

from collections.abc import Iterator
from typing import Any

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.model import Field
from backstay.blueprint.samples.makers import is_guarded, may_write
from backstay.blueprint.samples.rows import all_hold, checks_of
from backstay.blueprint.samples.values import candidates
from backstay.prove.world.bodies import NoRowError, unique_names
from backstay.prove.world.reading import values_of
from backstay.prove.world.row import Row
from backstay.prove.world.values import fresh, unlike, wire


def change_of(blueprint: Blueprint, row: Row, role: str, number: int = 1) -> dict[str, Any]:
    """A body that changes one field of the row; each number gives another value where it can.

    Raises: NoRowError when the role may change nothing of it.
    """
    for body in changes_of(blueprint, row, role, number):
        return body
    raise NoRowError(f"{role} can change no field of a {row.resource.name} by itself")


def changes_of(
    blueprint: Blueprint, row: Row, role: str, number: int = 1
) -> Iterator[dict[str, Any]]:
    """Bodies that change one field each, those that no rule speaks of first."""
    resource = row.resource
    now = values_of(resource, row.data)
    checks = checks_of(resource)
    flows = {flow.field for flow in resource.flows}
    alone = unique_names(resource)
    for field in sorted(resource.fields, key=lambda one: (one.name in alone, one.kind != "text")):
        if field.name in flows or not changeable(field, role) or field.name not in now:
            continue
        plain = candidates(field, blueprint)
        # what must be unique may have been numbered by others already
        mark = fresh() if field.name in alone else number
        for value in (unlike(field, now[field.name], mark), *plain):
            if value is None or value == now[field.name]:
                continue
            if all_hold({**now, field.name: value}, checks):
                yield {field.wire: wire(value)}
                break


def changeable(field: Field, role: str) -> bool:
    """Whether that role may send another value of a field, by itself, later."""
    if field.fixed or field.computed is not None or field.kind in ("ref", "json"):
        return False
    return may_write(field, role) and not is_guarded(field)


def whole_of(row: Row, role: str) -> dict[str, Any]:
    """A body for PUT that changes nothing: every field that the role must send, as it is."""
    return {
        field.wire: row.data[field.wire]
        for field in row.resource.fields
        if sent_again(field, row, role)
    }


def sent_again(field: Field, row: Row, role: str) -> bool:
    """Whether a PUT by that role must send a field."""
    if field.fixed or field.computed is not None or field.name == row.resource.parent_field:
        return False
    return not is_guarded(field) and may_write(field, role)


def same_again(row: Row, role: str) -> dict[str, Any]:
    """A body for PATCH that changes nothing: one field that the role may send, as it is."""
    body = whole_of(row, role)
    plain = {field.wire for field in row.resource.fields if field.kind not in ("ref", "json")}
    return {name: value for name, value in body.items() if name in plain and value is not None}
