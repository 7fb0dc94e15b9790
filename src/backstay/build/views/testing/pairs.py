"""Rows of unit tests as Python, field by field."""

from collections.abc import Mapping

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.samples.values import OTHER_ID, SOME_ID
from backstay.build.naming.names import enum_name
from backstay.build.samples.text import row_text
from backstay.build.views.sending import Pair

_IDS: dict[object, str] = {None: "None", SOME_ID: "KNOWN", OTHER_ID: "UNKNOWN"}
"""References in rows; the caller of unit tests is the first one."""


def pairs_of(
    blueprint: Blueprint, resource: Resource, row: Mapping[str, object], fields: list[Field]
) -> tuple[Pair, ...]:
    """The values that a row has in these fields, by their names in the table."""
    found = []
    for field in fields:
        value = row.get(field.name)
        enum = member_class(blueprint, resource, field)
        text = _IDS.get(value, "KNOWN") if field.kind == "ref" else row_text(value, enum)
        found.append(Pair(field.wire, text))
    return tuple(found)


def member_class(blueprint: Blueprint, resource: Resource, field: Field) -> str:
    """The class of an enum's members; empty for other fields."""
    return enum_name(blueprint, resource, field) if field.kind in ("enum", "role") else ""
