"""Rows to aim at: one of every resource, made through the API as a good client would."""

from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.naming import item_parameter
from backstay.blueprint.operations import collection
from backstay.prove.badinput.examples import body_of
from backstay.prove.badinput.scene import Scene, data_of
from backstay.prove.world.bodies import good_values
from backstay.prove.world.values import wire_body

CREATED = 201


async def make_rows(scene: Scene, blueprint: Blueprint) -> list[str]:
    """Fill `scene.rows`, parents and references first; gives why the missing ones are missing."""
    lacking: list[str] = []
    for resource in blueprint.resources:
        await _made(scene, blueprint, resource, lacking, ())
    return lacking


async def good_body(
    scene: Scene, blueprint: Blueprint, resource: Resource, lacking: list[str] | None = None
) -> dict[str, Any]:
    """A body that makes a row, with the rows that it refers to."""
    return await _body(scene, blueprint, resource, [] if lacking is None else lacking, ())


async def _made(
    scene: Scene,
    blueprint: Blueprint,
    resource: Resource,
    lacking: list[str],
    waiting: tuple[str, ...],
) -> str:
    """The id of a row of a resource; empty where none could be made."""
    parameter = item_parameter(resource.name)
    if parameter in scene.rows or resource.name in waiting:
        return scene.rows.get(parameter, "")
    waiting = (*waiting, resource.name)
    for parent in blueprint.chain(resource):
        await _made(scene, blueprint, parent, lacking, waiting)
    body = await _body(scene, blueprint, resource, lacking, waiting)
    path = collection(blueprint, resource).format(**scene.rows)
    answer = await scene.call("POST", path, body, token=scene.token)
    if answer.status != CREATED:
        lacking.append(f"{resource.name}: {answer.status} {answer.body.decode()[:200]}")
        return ""
    scene.rows[parameter] = str(data_of(answer)["id"])
    return scene.rows[parameter]


async def _body(
    scene: Scene,
    blueprint: Blueprint,
    resource: Resource,
    lacking: list[str],
    waiting: tuple[str, ...],
) -> dict[str, Any]:
    schema = scene.document.schema(f"{resource.name}Create")
    fields = {field.name: field for field in resource.fields}
    known = wire_body(good_values(blueprint, resource, blueprint.roles[0]), fields)
    body = body_of(scene.document, schema) | known
    for field in resource.fields:
        if field.kind == "ref" and field.wire in body:
            target = blueprint.resource(field.target)
            body[field.wire] = await _made(scene, blueprint, target, lacking, waiting)
    return body
