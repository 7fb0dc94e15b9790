"""parity: what the running document says is what the contract promises, both ways."""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field, Place
from backstay.blueprint.operations import operations
from backstay.prove.attempt import Attempt
from backstay.prove.document.answers import Fits
from backstay.prove.document.fields import Shapes
from backstay.prove.document.openapi import OpenApi
from backstay.prove.document.promised import parameters_of, statuses
from backstay.prove.trial import Trial

OK = 200
DOCUMENT = "/openapi.json"
Run = Callable[[Attempt], Awaitable[None]]


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """The head of the contract, each resource with its list and fields, and every answer."""
    for key in ("service", "version", "description"):
        if key in blueprint.keys:
            claim = f"the document says the {key}: {getattr(blueprint, key)}"
            yield _trial(key, blueprint.keys[key], claim, partial(_head, key))
    yield _trial(
        "resources",
        blueprint.keys["resources"],
        "the document has no operation that the contract does not promise",
        _nothing_else,
    )
    yield _trial(
        "backstay",
        blueprint.keys["backstay"],
        "every answer of this run is declared, and fits its schema",
        _answers,
    )
    for resource in blueprint.resources:
        yield from _of(resource)


def _of(resource: Resource) -> Iterator[Trial]:
    """The trials of one resource."""
    key, keys = f"resources.{resource.name}", resource.keys
    path = f"the operations of {resource.plural} are there, on their paths, by their ids"
    yield _trial(key, resource.at, path, partial(_operations, resource))
    if "plural" in keys:
        yield _trial(f"{key}.plural", keys["plural"], path, partial(_operations, resource))
    if "description" in keys:
        claim = f"the document describes {resource.plural}"
        yield _trial(f"{key}.description", keys["description"], claim, partial(_tag, resource))
    at = keys.get("list", resource.at)
    listed = f"{key}.list" if "list" in keys else key
    claim = f"the document has the parameters of the list of {resource.plural}, and no others"
    yield _trial(listed, at, claim, partial(_parameters, resource))
    for field in resource.fields:
        said = f"fields.{field.name}" in keys
        claim = f"the document says what {field.name} of {resource.plural} is"
        place = f"{key}.fields.{field.name}" if said else key
        yield _trial(place, field.at, claim, partial(_field, resource, field))


def _trial(key: str, at: Place, claim: str, run: Run) -> Trial:
    return Trial("parity", key, at, claim, run)


async def _document(attempt: Attempt) -> OpenApi:
    answer = await attempt.world.client.send("GET", DOCUMENT)
    attempt.control(answer, OK, why="the document")
    return OpenApi(answer.json or {})


async def _head(key: str, attempt: Attempt) -> None:
    document = await _document(attempt)
    name = "title" if key == "service" else key
    said = document.content.get("info", {}).get(name)
    wanted = getattr(attempt.world.blueprint, key)
    attempt.require(said == wanted, f"info.{name} is {said!r}, not {wanted!r}")


async def _nothing_else(attempt: Attempt) -> None:
    document = await _document(attempt)
    promised = {(one.method, one.path) for one in operations(attempt.world.blueprint)}
    for method, path, content in document.operations():
        why = f"{method} {path} ({content.get('operationId')}) is not promised"
        attempt.require((method, path) in promised, why)


async def _operations(resource: Resource, attempt: Attempt) -> None:
    document = await _document(attempt)
    there = {(m, p): content for m, p, content in document.operations()}
    for one in operations(attempt.world.blueprint):
        if one.resource != resource.name and (one.resource or not resource.login):
            continue
        content = there.get((one.method, one.path))
        if content is None:
            attempt.require(good=False, why=f"{one.method} {one.path} is not in the document")
            continue
        said = content.get("operationId")
        attempt.require(said == one.id, f"{one.method} {one.path} is called {said}, not {one.id}")
        for status in statuses(attempt.world.blueprint, one):
            declared = str(status) in content.get("responses", {})
            attempt.require(declared, f"{one.id} does not declare {status}")


async def _tag(resource: Resource, attempt: Attempt) -> None:
    document = await _document(attempt)
    said = [one.get("description") for one in document.content.get("tags", ())]
    wanted = resource.description
    attempt.require(wanted in said, f"no tag is described as {wanted!r}: {said}")


async def _parameters(resource: Resource, attempt: Attempt) -> None:
    document, world = await _document(attempt), attempt.world
    for kind in ("list", "get"):
        operation = world.operation(resource, kind)
        if operation is None:
            continue
        said = document.parameters(operation.id, "query")
        wanted = parameters_of(resource, kind)
        for name in sorted(said ^ wanted):
            there = "not promised" if name in said else "not in the document"
            attempt.require(good=False, why=f"{operation.id}: parameter {name} is {there}")
        attempt.require(said == wanted, f"{operation.id} has the parameters {sorted(said)}")


async def _field(resource: Resource, field: Field, attempt: Attempt) -> None:
    document, world = await _document(attempt), attempt.world
    shapes = Shapes(world.blueprint, resource, document)
    wrong: list[str] = []
    for kind in ("create", "replace", "update"):
        operation = world.operation(resource, kind)
        if operation is not None:
            wrong += shapes.in_body(field, kind, document.body(operation.id))
    for kind in ("create", "list", "get", "replace", "update"):
        operation = world.operation(resource, kind)
        if operation is not None:
            shown = document.row(operation.id, operation.status)
            wrong += [f"{operation.id}: {why}" for why in shapes.in_answer(field, shown)]
    attempt.require(not wrong, "; ".join(wrong[:3]))


async def _answers(attempt: Attempt) -> None:
    document = await _document(attempt)
    fits = Fits(document)
    for exchange in attempt.world.client.answers.kept():
        wrong = fits.wrong(exchange)
        attempt.require(not wrong, f"{exchange.asked}: {exchange.status} {wrong}", exchange)
