"""Cursors: good only for the list, order, filters and caller that they were made for (row 39)."""

import json
from http import HTTPStatus

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.operations import collection
from backstay.prove.badinput.case import Due
from backstay.prove.badinput.rows import good_body
from backstay.prove.badinput.scene import Scene
from backstay.prove.badinput.steps import Steps, send

_INVALID = Due(400, "cursor_invalid")


async def cursors(steps: Steps, blueprint: Blueprint) -> None:
    """On every list with cursors that has two rows."""
    for resource in blueprint.resources:
        if resource.listing.page.mode == "cursor":
            await _on(steps, blueprint, resource)


async def _on(steps: Steps, blueprint: Blueprint, resource: Resource) -> None:
    scene = steps.scene
    path = collection(blueprint, resource).format(**scene.rows)
    body = await good_body(scene, blueprint, resource)
    await scene.answer(send("POST", path, body, token=scene.token))
    cursor = await _next(scene, path)
    if not cursor:
        return
    name = f"list {resource.name}"
    wrong = cursor[:-2] + ("AA" if cursor[-2:] != "AA" else "BB")
    for bad in (wrong, cursor + "AAAA", cursor[:-8]):
        read = send("GET", f"{path}?limit=1&cursor={bad}", token=scene.token)
        await steps.expect((39, "a cursor that was changed"), name, _INVALID, read)
    for sort in resource.listing.sort[:1]:
        plain = sort.removeprefix("-")
        turned = plain if sort.startswith("-") else f"-{plain}"
        read = send("GET", f"{path}?limit=1&cursor={cursor}&sort={turned}", token=scene.token)
        await steps.expect((39, "a cursor of another order"), name, _INVALID, read)
    read = send("GET", f"{path}?limit=1&cursor={cursor}", token=scene.token)
    await steps.expect((39, "a good cursor"), name, Due(200), read)
    stranger = await scene.answer(send("GET", f"{path}?limit=1", token=scene.stranger))
    if stranger.status == HTTPStatus.OK:  # they may read this list
        read = send("GET", f"{path}?limit=1&cursor={cursor}", token=scene.stranger)
        await steps.expect((39, "somebody else's cursor"), name, _INVALID, read)


async def _next(scene: Scene, path: str) -> str:
    """The cursor of the second page; empty where there is none."""
    answer = await scene.answer(send("GET", f"{path}?limit=1", token=scene.token))
    return str(json.loads(answer.body).get("meta", {}).get("next") or "")
