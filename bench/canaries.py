"""Canaries: two hundred secrets, planted wherever a client could put one, are told nowhere."""

import secrets
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx2

from bench import services
from bench.postgres import free_port

ROUNDS = 10
LEAST = 200
WRITTEN_AFTER = 1.0
"""Seconds after which every line of the log is on disk."""

PREFIX = services.PREFIX
KNOWN = {"email": "known@example.org", "name": "Known", "password": "copper anchor 47 thistle"}
Plant = Callable[[], str]
Who = Mapping[str, str]


def run() -> None:
    """Print how many were planted and where any was found; SystemExit when a sink shows nothing."""
    with TemporaryDirectory(prefix="backstay-bench-") as name:
        folder, port = Path(name), free_port()
        project, url = services.build(folder), f"sqlite:///{folder}/timetrack.sqlite"
        services.migrate(project, url)
        more = {"METRICS_PORT": str(port), "LOG_LEVEL": "DEBUG", "REQUESTS": "1000000"}
        subject = services.timetrack(project, "canaries", url, more=more)
        try:
            subject.wait()
            planted, answers = planted_in(f"http://127.0.0.1:{subject.port}")
            metrics = httpx2.get(f"http://127.0.0.1:{port}/metrics").text
            time.sleep(WRITTEN_AFTER)
        finally:
            subject.end()
        sinks = {
            "log": subject.log.read_text(errors="replace"),
            "headers": " ".join(str(one.headers) for one in answers),
            "bodies": " ".join(one.text for one in answers),
            "metrics": metrics,
        }
    seen = [one.headers["x-request-id"] for one in answers]
    blind = [one for one in seen if one not in sinks["log"] or one not in sinks["headers"]]
    if blind or "http_request" not in metrics:
        raise SystemExit(f"{len(blind)} of {len(seen)} requests stand in no log: nothing is proven")
    found = told(planted, sinks)
    held = "pass" if not found and len(planted) >= LEAST else "falls short"
    shown = "; ".join(f"{many} in {sink}" for sink, many in found.items()) or "none found"
    kinds = ", ".join(f"{len(text)} bytes of {sink}" for sink, text in sinks.items())
    print(
        f"{len(planted)} secrets in {len(answers)} requests, {kinds}: {shown}: {held}", flush=True
    )


def told(planted: list[str], sinks: Mapping[str, str]) -> dict[str, int]:
    """How many of the secrets stand in each sink; sinks without any are left out."""
    found = {sink: sum(one in text for one in planted) for sink, text in sinks.items()}
    return {sink: many for sink, many in found.items() if many}


def planted_in(base: str) -> tuple[list[str], list[httpx2.Response]]:
    """What was planted in a service, and every answer."""
    planted: list[str] = []

    def plant() -> str:
        planted.append(f"canary-{secrets.token_urlsafe(15)}9a")
        return planted[-1]

    with httpx2.Client(base_url=base) as client:
        client.post(f"{PREFIX}/auth/register", json=KNOWN)
        login = {name: KNOWN[name] for name in ("email", "password")}
        pair = client.post(f"{PREFIX}/auth/login", json=login).json()["data"]
        who = {"authorization": f"Bearer {pair['access_token']}"}
        answers = [
            answer
            for _ in range(ROUNDS)
            for answer in (*_around(client, plant, who), *_inside(client, plant, who))
        ]
    return [*planted, KNOWN["password"], pair["access_token"], pair["refresh_token"]], answers


def _around(client: httpx2.Client, plant: Plant, who: Who) -> list[httpx2.Response]:
    """In headers, paths and queries."""
    tasks = f"{PREFIX}/tasks"
    return [
        client.get(tasks, headers={"authorization": f"Bearer {plant()}"}),
        client.get(tasks, headers={"authorization": f"Basic {plant()}"}),
        client.get(tasks, headers={"authorization": plant()}),
        client.get(tasks, headers={**who, "cookie": f"session={plant()}"}),
        client.get(tasks, headers={**who, "x-api-key": plant()}),
        client.get(tasks, headers={**who, "x-request-id": f"{plant()} {plant()}"}),
        client.get(tasks, headers={**who, "if-none-match": plant()}),
        client.get(f"{tasks}?access_token={plant()}"),
        client.get(f"{tasks}?search=a&api_key={plant()}", headers=who),
        client.get(f"{tasks}?status={plant()}&owner_id={plant()}", headers=who),
        client.get(f"/{plant()}"),
        client.get(f"{tasks}/{plant()}", headers=who),
        client.request(plant().upper()[:20], tasks),
    ]


def _inside(client: httpx2.Client, plant: Plant, who: Who) -> list[httpx2.Response]:
    """In bodies, and in the keys that go with them."""
    login, refresh, tasks = f"{PREFIX}/auth/login", f"{PREFIX}/auth/refresh", f"{PREFIX}/tasks"
    good: Any = {"title": "A task"}
    plain = {"content-type": "text/plain"}
    unheard_of = {**good, "unheard_of": plant()}  # the name of an unknown field is told, by design
    return [
        client.post(login, json={"email": KNOWN["email"], "password": plant()}),
        client.post(login, json={"email": f"{plant()}@example.org", "password": plant()}),
        client.post(login, json={"email": "a@b.org", "password": "x", "secret": plant()}),
        client.post(login, content=f'{{"password": "{plant()}'),
        client.post(login, content=plant(), headers=plain),
        client.post(refresh, json={"refresh_token": plant()}),
        client.post(f"{PREFIX}/auth/register", json={**KNOWN, "password": plant()}),
        client.post(tasks, json={"title": [plant()]}, headers=who),
        client.post(tasks, json=unheard_of, headers=who),
        client.post(tasks, json=good, headers={**who, "idempotency-key": plant()}),
        client.post(tasks, json=good, headers={**who, "idempotency-key": f"{plant()} a"}),
    ]
