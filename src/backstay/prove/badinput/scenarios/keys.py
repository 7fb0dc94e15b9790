"""Idempotency-Key: one effect, the first answer again, and nobody else's (row 72)."""

import asyncio
import secrets
from http import HTTPStatus

from backstay.blueprint.access import roles_with
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.operations import collection
from backstay.prove.badinput.case import Due, Headers
from backstay.prove.badinput.rows import good_body
from backstay.prove.badinput.steps import Steps, send

AT_ONCE = 10
_REPLAYED = "idempotent-replayed"


async def keys(steps: Steps, blueprint: Blueprint) -> None:
    """On every creation that the scene's caller may do."""
    for resource in blueprint.resources:
        if blueprint.roles[0] in roles_with(blueprint, resource, "create"):
            await _on(steps, blueprint, resource)


async def _on(steps: Steps, blueprint: Blueprint, resource: Resource) -> None:
    scene, name = steps.scene, f"create {resource.name}"
    path = collection(blueprint, resource).format(**scene.rows)
    token = scene.token
    for bad in ("k" * 256, "k" * 300, "a b", ""):
        due = Due(400, "idempotency_key_invalid")
        body = await good_body(scene, blueprint, resource)
        await steps.expect((72, "a key that is none"), name, due,
                           send("POST", path, body, token=token, more=_key(bad)))  # fmt: skip
    body = await good_body(scene, blueprint, resource)
    key = _key(secrets.token_hex(16))
    first = await scene.answer(send("POST", path, body, token=token, more=key))
    if first.status != HTTPStatus.CREATED:  # such a row exists already, and may only once
        return
    again = send("POST", path, body, token=token, more=key)
    answer = await steps.expect((72, "the same key again"), name, Due(201, "", (_REPLAYED,)), again)
    differs = "" if answer.body == first.body else "another body than the first time"
    steps.hold((72, "the same key, the same body back"), name, differs)
    other = send("POST", path, {**body, "unheard_of": 1}, token=token, more=key)
    await steps.expect(
        (72, "an invalid body with a used key"), name, Due(422, "unknown_field"), other
    )
    await _another(steps, blueprint, resource, path, key)
    await _race(steps, blueprint, resource, path)


async def _another(
    steps: Steps, blueprint: Blueprint, resource: Resource, path: str, key: Headers
) -> None:
    """The key with another good body, and by somebody else."""
    name = f"create {resource.name}"
    needed = steps.scene.document.schema(f"{resource.name}Create").get("required", ())
    body = await good_body(steps.scene, blueprint, resource)
    other = {field: value for field, value in body.items() if field in needed}
    if len(other) < len(body):
        due = Due(422, "idempotency_key_reused")
        reused = send("POST", path, other, token=steps.scene.token, more=key)
        await steps.expect((72, "a used key with another body"), name, due, reused)
    stranger = send("POST", path, body, token=steps.scene.stranger, more=key)
    answer = await steps.scene.answer(stranger)
    told = "the first caller's answer" if _REPLAYED in answer.headers else ""
    steps.hold((72, "a used key by somebody else"), name, told)


async def _race(steps: Steps, blueprint: Blueprint, resource: Resource, path: str) -> None:
    """The same request many times at once has one effect."""
    name = f"create {resource.name}"
    body = await good_body(steps.scene, blueprint, resource)
    key = _key(secrets.token_hex(16))
    request = send("POST", path, body, token=steps.scene.token, more=key)
    answers = await asyncio.gather(*(steps.scene.answer(request) for _ in range(AT_ONCE)))
    bodies = {answer.body for answer in answers if answer.status == HTTPStatus.CREATED}
    statuses = {answer.status for answer in answers}
    many = f"{len(bodies)} effects" if len(bodies) > 1 else ""
    steps.hold((72, "the same key at once: one effect"), name, many)
    odd = statuses - {201, 409}
    steps.hold((72, "the same key at once: 201 or 409"), name, f"{odd}" if odd else "")


def _key(value: str) -> Headers:
    return (("idempotency-key", value),)
