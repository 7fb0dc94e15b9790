"""A field of a resource that a test can change by itself."""

from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import names_in
from backstay.blueprint.model import Field
from backstay.blueprint.samples.makers import is_guarded
from backstay.blueprint.samples.values import candidates
from backstay.build.samples.text import json_text
from backstay.build.views.sending import Pair

_CHANGEABLE = ("text", "int", "seconds", "decimal", "bool", "email", "url", "enum", "date")


def changeable(blueprint: Blueprint, resource: Resource, row: dict[str, Any]) -> Pair | None:
    """A field that anybody may change by itself, with a new value as JSON."""
    bound = {flow.field for flow in resource.flows}
    for rule in resource.rules:
        bound |= {*rule.unique, *_named(resource, rule.check), *_named(resource, rule.when)}
    for field in resource.fields:
        if field.name in bound or field.fixed or field.unique or is_guarded(field):
            continue
        if field.kind in _CHANGEABLE and field.computed is None:
            value = _another(blueprint, field, row.get(field.name))
            if value is not None:
                return Pair(field.wire, json_text(value))
    return None


def _named(resource: Resource, condition: Any) -> tuple[str, ...]:
    return tuple(names_in(condition, resource)) if condition is not None else ()


def _another(blueprint: Blueprint, field: Field, value: Any) -> Any:
    """An allowed value that differs from the given one; None where there is none."""
    return next((one for one in candidates(field, blueprint) if one not in (value, None)), None)
