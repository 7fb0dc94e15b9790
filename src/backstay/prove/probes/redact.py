"""redact: what is secret or personal stands in no log line, no metric and no error."""

import asyncio
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

import httpx2

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.blueprint.naming import PREFIX
from backstay.blueprint.samples.makers import is_guarded, maker_role
from backstay.prove.attempt import Attempt, NotApplicableError
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.project.canaries import canary, planted
from backstay.prove.trial import Trial
from backstay.prove.world.values import wire

CREATED, WRITTEN_AFTER = 201, 0.4
"""Seconds after which a log line is written at the latest."""
ERRORS = 400


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for what signs people in, one for each field that is marked pii."""
    login = blueprint.login
    claim = "passwords and tokens stand in no log line, metric or error"
    key = f"resources.{login.name}.login" if "login" in login.keys else "roles"
    at = login.keys.get("login", login.at)
    yield Trial("redact", key, at, claim, _secrets)
    for resource in blueprint.resources:
        for field in resource.fields:
            if field.pii:
                claim = f"{field.name} of {resource.plural} stands in no log line, metric or error"
                key = f"resources.{resource.name}.fields.{field.name}"
                yield Trial("redact", key, field.at, claim, _Personal(resource, field).run)


async def _secrets(attempt: Attempt) -> None:
    world = attempt.world
    password, token = f"{canary()} 47 thistle", canary()
    email = f"{canary()}@example.org"
    register, login = f"{PREFIX}/auth/register", f"{PREFIX}/auth/login"
    body = {**world.people.sign_up_body(email), "email": email, "password": password}
    made = await world.client.send("POST", register, body=body)
    attempt.control(made, CREATED, why="sign-up with the planted password")
    signed_in = await world.client.send("POST", login, body={"email": email, "password": password})
    pair = signed_in.data or {}
    attempt.controlled(pair.get("access_token"), f"login with the planted password: {signed_in}")
    wrong = [
        await world.client.send("POST", login, body={"email": email, "password": f"{password}x"}),
        await world.client.send("POST", register, body={**body, "extra": token}),
        await world.client.send("POST", register, body={"password": [password], "email": token}),
        await world.client.send("GET", f"{PREFIX}/{world.blueprint.login.plural}", token=token),
        await world.client.send("GET", f"/{token}?access_token={token}", headers={"cookie": token}),
        await world.client.send("POST", f"{PREFIX}/auth/refresh", body={"refresh_token": token}),
    ]
    tokens = [str(pair["access_token"]), str(pair["refresh_token"])]
    await _told_nowhere(attempt, [password, token, *tokens], wrong)


class _Personal:
    def __init__(self, resource: Resource, field: Field) -> None:
        self.resource = resource
        self.field = field

    async def run(self, attempt: Attempt) -> None:
        world, value = attempt.world, planted(self.field)
        role = maker_role(world.blueprint, self.resource)
        if value is None or is_guarded(self.field):
            raise NotApplicableError(
                f"no value of a {self.field.kind} is sure to stand nowhere else"
            )
        wrong = await self._sent(attempt, role, wire(value))
        attempt.controlled(wrong, f"nobody can send {self.field.name}")
        await _told_nowhere(attempt, [str(wire(value))], wrong)

    async def _sent(self, attempt: Attempt, role: str, value: str) -> list[Exchange]:
        """The value in a row that is stored, in one that is refused, and in a query."""
        world = attempt.world
        name, refused = self.field.wire, {"no_such_field": value, self.field.wire: [value]}
        asked = f"{PREFIX}/{self.resource.plural.replace('_', '-')}?{name}={quote(value)}"
        if self.resource.login:
            path = f"{PREFIX}/auth/register"
            body = world.people.sign_up_body(f"{canary()}@example.org") | {name: value}
            made = await world.client.send("POST", path, body=body)
            attempt.control(made, CREATED, why="sign-up with the planted value")
            who = await world.person("admin")
            wrong = [
                await world.client.send("POST", path, body=body),
                await world.client.send("POST", path, body=body | refused),
            ]
        elif role:
            who = await world.person(role)
            values: dict[str, Any] = {name: value}
            row = await world.make(self.resource, who, None, **values)
            wrong = []
            for kind in ("update", "replace"):
                operation = world.operation(self.resource, kind)
                if operation is not None:
                    wrong.append(await world.send(who, operation, row.parameters, refused))
        else:
            return []
        wrong.append(await world.client.send("GET", asked, who=who.name, token=who.token))
        return wrong


async def _told_nowhere(
    attempt: Attempt, values: Sequence[str], answers: Sequence[Exchange]
) -> None:
    """None of the values stands in the log, the metrics or the errors that were answered."""
    subject = attempt.world.subject
    await asyncio.sleep(WRITTEN_AFTER)
    log = subject.process.log.read_text(encoding="utf-8", errors="replace")
    last = answers[-1].answered.get("x-request-id", "")
    attempt.controlled(last and last in log, "the log does not tell of the requests that were sent")
    async with httpx2.AsyncClient() as client:
        metrics = (await client.get(subject.metrics)).text
    for value in values:
        lines = [line for line in log.splitlines() if value in line]
        attempt.require(not lines, f"the log holds what was planted: {lines[:1]}")
        attempt.require(value not in metrics, "the metrics hold what was planted")
    for answer in answers:
        if answer.status >= ERRORS:
            text = answer.body.decode("utf-8", "replace")
            found = any(value in text for value in values)
            attempt.require(not found, f"an error repeats what was sent: {answer}", answer)
