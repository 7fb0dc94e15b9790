"""How a request breaks each rule of a resource, in generated tests."""

from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import names_in
from backstay.blueprint.model import Field, Rule
from backstay.blueprint.samples.makers import may_write
from backstay.blueprint.samples.rows import bad_row, row_where
from backstay.build.samples.text import json_text
from backstay.build.views.sending import Pair


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule, and the JSON values that break it and no other."""

    name: str
    values: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Twice:
    """A uniqueness: the fields that must differ, and values under which it holds."""

    name: str
    fields: tuple[str, ...]
    values: tuple[Pair, ...]


def twice_of(blueprint: Blueprint, resource: Resource, maker: str) -> list[Twice]:
    """The uniquenesses that the role who makes rows can run into."""
    rules = [rule for rule in resource.rules if rule.unique]
    alone = [
        Rule(field.name, field.at, unique=(field.name,))
        for field in resource.fields
        if field.unique
    ]
    found = []
    for rule in [*alone, *rules]:
        fields = [resource.field(name) for name in rule.unique]
        same = [one.wire for one in fields if one.name != resource.parent_field]
        values: tuple[Pair, ...] | None = ()
        if rule.when is not None:
            holding = row_where(blueprint, resource, rule.when, holds=True)
            names = names_in(rule.when, resource)
            values = _sendable(resource, holding, names, maker)
        given = all(one.default is not None or not one.optional for one in fields)
        if values is not None and given:
            sent = [wire for wire in same if may_write(_wired(resource, wire), maker)]
            found.append(Twice(rule.name, tuple(sent), values))
    return found


def broken_of(blueprint: Blueprint, resource: Resource, maker: str) -> list[Broken]:
    """The rules that the role who makes rows can break."""
    found = []
    for rule in resource.rules:
        if rule.check is None:
            continue
        row = bad_row(blueprint, resource, rule.check)
        values = _sendable(resource, row, names_in(rule.check, resource), maker)
        if values is not None:
            found.append(Broken(rule.name, values))
    return found


def _sendable(
    resource: Resource, row: dict[str, object] | None, names: tuple[str, ...], role: str
) -> tuple[Pair, ...] | None:
    """A row's values as JSON; None when a role cannot send them with a creation."""
    if row is None:
        return None
    starts = {flow.field: flow.start for flow in resource.flows}
    found = []
    for name in names:
        field = resource.field(name)
        if name in starts and row[name] != starts[name]:
            return None
        if field.kind == "ref" or field.computed is not None or not may_write(field, role):
            return None
        if name not in starts:
            found.append(Pair(field.wire, json_text(row[name])))
    return tuple(found)


def _wired(resource: Resource, wire: str) -> Field:
    return next(field for field in resource.fields if field.wire == wire)
