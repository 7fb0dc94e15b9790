"""Distinct: what a copy of a stored row must have otherwise, so that no uniqueness is broken."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID, uuid4

from backstay.blueprint.contract import Resource
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Field, Rule
from backstay.blueprint.samples.rows import stored_fields
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.fitting import made_true, met
from backstay.prove.world.reading import stored_values, values_of
from backstay.prove.world.row import Row
from backstay.prove.world.values import fresh, unlike, wire
from backstay.prove.world.world import World


async def distinct(
    world: World, row: Row, changes: Mapping[str, Any], given: set[str]
) -> dict[str, Any]:
    """Other values, by column, under which a copy of the row collides with nothing.

    Args: world; row; changes, by field, that the copy gets anyway; given, columns that are set.
    """
    resource = row.resource
    now = {**values_of(resource, row.data), **changes}
    found: dict[str, Any] = {}
    for rule in uniquenesses(resource):
        if rule.when is not None:
            away = made_true(world.blueprint, resource, now, rule.when, holds=False)
            if not met(bind(rule.when, resource), now):
                continue
            if away is not None:
                found |= {resource.field(name).wire: value for name, value in away.items()}
                continue
        for field in _free(resource, rule, given):
            if field.wire in found or now[field.name] is None:
                break
            other = await _unlike(world, row, field, now[field.name])
            if other != now[field.name]:  # there are only so many values of some kinds
                found[field.wire] = other
                break
    return found


def uniquenesses(resource: Resource) -> Iterator[Rule]:
    """Every uniqueness of a resource, those of single fields as rules too."""
    for field in resource.fields:
        if field.unique:
            yield Rule(field.name, field.at, unique=(field.name,))
    yield from (rule for rule in resource.rules if rule.unique)


def always_unique(resource: Resource, names: Iterable[str]) -> bool:
    """Whether a uniqueness without a condition speaks of these fields, or of some of them."""
    always = (set(one.unique) for one in uniquenesses(resource) if one.when is None)
    return any(one <= set(names) for one in always)


async def another(world: World, resource: Resource, row_id: str) -> UUID:
    """The id of a copy of a stored row that nobody has seen yet."""
    columns = await world.database.row(resource, row_id)
    if columns is None:
        raise NoRowError(f"there is no {resource.name} {row_id} to copy")
    values = stored_values(resource, columns)
    data = {field.wire: wire(values[field.name]) for field in stored_fields(resource)}
    changes = await distinct(world, Row(resource, data, "", {}), {}, set())
    copy = uuid4()
    await world.database.insert(world.blueprint, resource, [columns | changes | {"id": copy}])
    return copy


def _free(resource: Resource, rule: Rule, given: set[str]) -> list[Field]:
    """The fields of a uniqueness that a copy may have otherwise, references last."""
    fields = [resource.field(name) for name in rule.unique if name != resource.parent_field]
    free = [field for field in fields if field.wire not in given]
    return sorted(free, key=lambda field: field.kind == "ref")


async def _unlike(world: World, row: Row, field: Field, value: Any) -> Any:
    if field.kind == "ref":
        target = world.blueprint.resource(field.target)
        return await another(world, target, str(row.data[field.wire]))
    return unlike(field, value, fresh())
