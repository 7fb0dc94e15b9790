"""Two hundred planted secrets, wherever a client or a defect could put one: told nowhere."""

import io
import logging
import os
import secrets
from typing import Any

import pytest
from fastapi import APIRouter

from backstay.telemetry import AccessLog
from backstay.telemetry.logging import Formatter
from backstay.web import Anyone, Input, OperationRoute
from tests.desk.app import serving

ROUNDS = 10
more = APIRouter(route_class=OperationRoute)
CURRENT: list[str] = []


class Secretive(Input):
    password: str = ""


class DriverError(Exception):
    """Says what it was given, as drivers do."""


def driver(value: str) -> None:
    raise DriverError(f"invalid input for query argument $1: {value!r}")


@more.post("/break", response_model=None)
async def broken(_: Anyone, data: Secretive) -> Any:
    CURRENT.append(data.password)
    try:
        driver(data.password)
    except DriverError as error:
        raise RuntimeError(f"the password {data.password} was not stored") from error


@pytest.fixture
def logged():
    """All that the loggers write, as production formats it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Formatter("json", personal=["email"]))
    root = logging.getLogger()
    attacker = logging.getLogger("httpx2")
    attacker.setLevel(logging.WARNING)  # its own lines are not the service's
    level, others = root.level, root.handlers[:]
    root.handlers[:] = [handler]
    root.setLevel(logging.DEBUG)
    yield stream
    root.handlers[:] = others
    root.setLevel(level)
    attacker.setLevel(logging.NOTSET)


async def attack(client, who: dict[str, str], plant) -> list[Any]:
    """One request for each place; `plant` gives a new secret and remembers it."""
    bearer = {"authorization": f"Bearer {plant()}"}
    return [
        await client.get("/notes", headers=bearer),
        await client.get("/notes", headers={"authorization": f"Basic {plant()}"}),
        await client.get("/free", headers={"authorization": plant()}),
        await client.get("/free", headers={"cookie": f"session={plant()}"}),
        await client.get("/free", headers={"x-api-key": plant()}),
        await client.get("/free", headers={"x-request-id": f"{plant()} {plant()}"}),
        await client.get(f"/free?access_token={plant()}"),
        await client.get(f"/notes?search=a&api_key={plant()}", headers=who),
        await client.get(f"/{plant()}"),
        await client.get(f"/notes/{plant()}", headers=who),
        await client.request(plant().upper()[:20], "/notes"),
        await client.post("/login", json={"email": "a@b.org", "password": plant()}),
        await client.post("/login", json={"email": "a@b.org", "password": "x", "secret": plant()}),
        await client.post("/login", content=f'{{"password": "{plant()}'),
        await client.post("/login", content=plant(), headers={"content-type": "text/plain"}),
        await client.post("/refresh", json={"refresh_token": plant()}),
        await client.post("/notes", json={"title": [plant()]}, headers=who),
        await client.post("/notes", json={"title": plant()}, headers={**who, "if-match": plant()}),
        await client.post("/break", json={"password": plant()}),
    ]


async def test_no_planted_secret_is_told_anywhere(sqlite_url, logged, tmp_path):
    planted: list[str] = []

    def plant() -> str:
        planted.append(f"canary-{secrets.token_urlsafe(15)}9a")
        return planted[-1]

    access = os.open(tmp_path / "access.log", os.O_WRONLY | os.O_CREAT)
    async with serving(sqlite_url, more=more) as desk:
        desk.service._guard._observer.log = AccessLog(access)
        who = await desk.sign_in()
        token = who["authorization"].partition(" ")[2]
        answers = []
        for _ in range(ROUNDS):
            answers += await attack(desk.client, who, plant)
        desk.service._guard._observer.log.flush()
        metrics = desk.service.state.metrics.text().decode()
    os.close(access)
    assert len(planted) >= 200
    assert len(CURRENT) == ROUNDS
    refused = [answer for answer in answers if answer.status_code >= 400]
    sinks = {
        "log": logged.getvalue(),
        "access log": (tmp_path / "access.log").read_text(),
        "metrics": metrics,
        "bodies of refusals": " ".join(answer.text for answer in refused),
        "headers": " ".join(str(answer.headers) for answer in answers),
    }
    assert "request failed" in sinks["log"]
    assert "DriverError" in sinks["log"]
    assert all(sinks.values())
    for name, text in sinks.items():
        told = [one for one in (*planted, token) if one in text]
        assert not told, f"{len(told)} of {len(planted)} secrets stand in the {name}"
