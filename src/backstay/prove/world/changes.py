"""Changes: bodies that change a stored row, and keep every rule and flow."""

from collections.abc import Iterator
from typing import Any

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.model import Field
from backstay.blueprint.samples.makers import is_guarded, may_write
from backstay.blueprint.samples.rows import all_hold, checks_of
from backstay.blueprint.samples.values import candidates
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.reading import values_of
from backstay.prove.world.row import Row
from backstay.prove.world.values import unlike, wire


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
    for field in sorted(resource.fields, key=lambda one: one.kind != "text"):
        if field.name in flows or not changeable(field, role) or field.name not in now:
            continue
        plain = candidates(field, blueprint)
        for value in (unlike(field, now[field.name], number), *plain):
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
