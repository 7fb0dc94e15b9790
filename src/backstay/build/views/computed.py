"""Computed fields: properties of the row, worked out when they are read."""

from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import show
from backstay.blueprint.model import Field
from backstay.build.expressions.python import Conditions
from backstay.build.views.fields import Fields
from backstay.build.views.words import docstring


@dataclass(frozen=True, slots=True)
class ComputedView:
    """One computed field: a property."""

    name: str
    annotation: str
    doc: str
    body: tuple[str, ...]


def computeds_of(blueprint: Blueprint, resource: Resource) -> list[ComputedView]:
    """The properties of a model, in the order of the contract."""
    conditions = Conditions(blueprint, resource, "self")
    writer = Fields(blueprint, resource)
    found = []
    for field in resource.fields:
        if field.computed is None:
            continue
        text = show(field.computed)
        may_be_null = writer.may_be_null(field)
        doc = f"{text}; null when a part of it is." if may_be_null else f"{text}."
        if field.kind == "bool":
            body = _bool_body(conditions, field, may_be_null=may_be_null)
        else:
            optional = conditions.optional(field.computed)
            guard = " or ".join(f"self.{name} is None" for name in optional)
            body = [f"if {guard}:", "    return None"] if guard else []
            body.append(f"return {conditions.value(field.computed, field)}")
        found.append(ComputedView(field.name, writer.shown(field), docstring(doc, 8), tuple(body)))
    return found


def _bool_body(conditions: Conditions, field: Field, *, may_be_null: bool) -> list[str]:
    assert field.computed is not None
    if not may_be_null:
        return [f"return {conditions.true(field.computed)}"]
    return [
        f"if {conditions.true(field.computed)}:",
        "    return True",
        f"return None if {conditions.not_false(field.computed)} else False",
    ]
