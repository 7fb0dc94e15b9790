"""ETag: what is known is not sent again, what is stale is not changed (row 73)."""

from backstay.blueprint.access import roles_with
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.naming import item_parameter
from backstay.blueprint.operations import item
from backstay.prove.badinput.case import Due
from backstay.prove.badinput.steps import Steps, send

_STALE = '"0-stale"'


async def versions(steps: Steps, blueprint: Blueprint) -> None:
    """On every resource of which there is a row."""
    for resource in blueprint.resources:
        if item_parameter(resource.name) in steps.scene.rows:
            await _on(steps, blueprint, resource)


async def _on(steps: Steps, blueprint: Blueprint, resource: Resource) -> None:
    path, token = item(blueprint, resource).format(**steps.scene.rows), steps.scene.token
    first = await steps.scene.answer(send("GET", path, token=token))
    if "etag" not in first.headers:
        return
    tag, name = first.headers["etag"], f"get {resource.name}"
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        read = send("GET", path, token=token, more=(("if-none-match", known),))
        await steps.expect((73, "a known ETag"), name, Due(304, "", ("etag",)), read)
    for other in (_STALE, tag[:-1], ""):
        read = send("GET", path, token=token, more=(("if-none-match", other),))
        await steps.expect((73, "another ETag"), name, Due(200, "", ("etag",)), read)
    if blueprint.roles[0] not in roles_with(blueprint, resource, "update"):
        return
    name = f"update {resource.name}"
    stale = send("PATCH", path, {}, token=token, more=(("if-match", _STALE),))
    await steps.expect((73, "a stale ETag"), name, Due(412, "precondition_failed"), stale)
    if resource.lock:
        bare = send("PATCH", path, {}, token=token)
        await steps.expect((73, "no If-Match"), name, Due(428, "precondition_required"), bare)
        bare = send("DELETE", path, token=token)
        if blueprint.roles[0] in roles_with(blueprint, resource, "delete"):
            await steps.expect((73, "no If-Match"), name, Due(428, "precondition_required"), bare)
