"""A new resource as lines of a contract, like those that are there."""

from collections.abc import Iterator

from backstay.agent.contract.page import Page, quoted
from backstay.agent.contract.told import Told
from backstay.agent.phrases.changes import AddResource, Field
from backstay.agent.phrases.vocabulary import MADE_OF
from backstay.blueprint.naming import PREFIX, item_parameter, kebab, plural, snake

_RIGHTS = "create, read, update, delete"


def add_resource(page: Page, told: Told, change: AddResource) -> None:
    """Write a resource below the others; what it is made of must be said or be usual."""
    parent = told.resource(change.under) if change.under else ""
    if parent is None:
        return
    if change.name in told.names:
        there = f"there is a resource {change.name} already"
        if change.source:
            told.notes.append(f"{there}; it stays as it is")
        else:
            told.missing.append(f"{there}; add a field to it, or choose another name")
        return
    fields = change.fields or MADE_OF.get(change.name, ())
    if not fields:
        example = f"add a resource {change.name} with title text 1..200"
        told.missing.append(f"what a {change.name} is made of, like `{example}`")
        fields = (Field("name", "text 1..200", "nobody said what it is made of"),)
    told.missing += [one.guessed for one in fields if one.guessed and change.fields]
    lines = list(_lines(told, change, fields, parent))
    page.add(("resources",), change.name, lines)
    told.names.append(change.name)
    if not _owners(fields):
        note = f"only admin may use {change.name} until rights are said"
        told.notes.append(f"{note}, like `let member read {change.name}`")


def _lines(
    told: Told, change: AddResource, fields: tuple[Field, ...], parent: str
) -> Iterator[str]:
    if parent:
        path = f"/{kebab(plural(parent))}/{{{item_parameter(parent)}}}/{kebab(plural(change.name))}"
        yield f"under: {parent}  # {PREFIX}{path}"
    if change.plural:
        yield f"plural: {change.plural}"
    yield "fields:"
    if parent and not any(one.type.startswith(parent) for one in fields):
        yield f"  {snake(parent)}: {parent}, on delete cascade"
    for one in fields:
        mark = f"  # ? {one.guessed}" if one.guessed else ""
        yield f"  {one.name}: {quoted(_type(told, one))}{mark}"
    owners = _owners(fields)
    if owners:
        yield "list:"
        yield f"  filter: [{', '.join(owners)}]"
        if told.blueprint.timestamps:
            yield "  sort: [-created_at]"
        yield "access:"
        yield "  admin: all"
        yield from (f"  {one}: {_RIGHTS}" for one in owners)


def _type(told: Told, one: Field) -> str:
    return f"{told.blueprint.login.name} = caller, fixed" if one.type == "caller" else one.type


def _owners(fields: tuple[Field, ...]) -> list[str]:
    return [one.name for one in fields if one.type == "caller" or "= caller" in one.type]
