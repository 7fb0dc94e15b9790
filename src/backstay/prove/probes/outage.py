"""outage: without its database a service says so: at start with a message, at run time with 503."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.naming import PREFIX
from backstay.prove.attempt import Attempt, NotApplicableError
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.project.command import run
from backstay.prove.subject.process import free_port, started
from backstay.prove.subject.proxy import Proxy, proxied
from backstay.prove.subject.subject import SQLITE, WIDE_OPEN, Subject, fresh_database, migrated
from backstay.prove.trial import Phase, Trial
from backstay.prove.world.client import Client
from backstay.prove.world.person import PASSWORD

OK, UNAVAILABLE, TOO_LATE = 200, 503, 504
START_SECONDS = 40.0
TURNS, TURN_SECONDS = 20, 0.1
ASKED = {"email": "nobody@example.org", "password": PASSWORD}
"""A login reads the database before anything else can refuse it."""
WRONG = (400, 401)


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for the start, one for the time after it."""
    at = blueprint.keys["service"]
    claim = "a database that cannot be reached ends the start with a message"
    yield Trial("outage", "service", at, claim, _at_start, Phase.PROJECT, repeats=1)
    claim = "while the database is away, requests are 503, /ready is red and /health is green"
    yield Trial("outage", "service", at, claim, _while_running, Phase.PROJECT, repeats=1)


async def _at_start(attempt: Attempt) -> None:
    subject = attempt.world.subject
    async with fresh_database(subject.where) as database:
        await migrated(subject.project, database)
        async with _running(subject, database.url) as client:
            attempt.control(await client.send("GET", "/ready"), OK, why="with its database")
    with TemporaryDirectory(prefix="backstay-outage-") as folder:
        nowhere = f"sqlite:///{folder}/no/such/folder/a.sqlite"
        if subject.where != SQLITE:
            nowhere = f"postgresql://postgres@127.0.0.1:{free_port()}/none"
        settings = {**WIDE_OPEN, "PORT": str(free_port()), "DATABASE_URL": nowhere}
        done = await run(subject.project, "main.py", environment=settings, seconds=START_SECONDS)
    said = done.last_lines()
    attempt.require(done.code > 0, f"without its database it ended with {done.code}: {said}")
    attempt.require("Traceback" not in done.output, f"the message is a traceback: {said}")
    attempt.require("database" in done.output.lower(), f"the message names no database: {said}")


async def _while_running(attempt: Attempt) -> None:
    subject = attempt.world.subject
    if subject.where == SQLITE:
        raise NotApplicableError("SQLite is a file of the service's own: no network is between")
    async with fresh_database(subject.where) as database:
        await migrated(subject.project, database)
        async with proxied(database.url) as proxy, _running(subject, proxy.url) as client:
            attempt.control(await _asked(client), *WRONG, why="a login of nobody")
            proxy.refuse()
            proxy.cut()
            await _away(attempt, client, "cut off", (UNAVAILABLE,))
            proxy.refuse(refusing=False)
            await _back(attempt, client)
            proxy.freeze()
            await _away(attempt, client, "silent", (UNAVAILABLE, TOO_LATE))
            await _thawed(attempt, client, proxy)


async def _away(attempt: Attempt, client: Client, how: str, statuses: tuple[int, ...]) -> None:
    answer = await _asked(client)
    attempt.expect(answer, *statuses, why=f"a request while the database is {how}")
    for _ in range(TURNS):  # what was asked a moment ago may still be said
        ready = await client.send("GET", "/ready")
        if ready.status != OK:
            break
        await asyncio.sleep(TURN_SECONDS)
    attempt.expect(ready, *statuses, why=f"/ready while the database is {how}")
    alive = await client.send("GET", "/health")
    attempt.expect(alive, OK, why=f"/health while the database is {how}")


async def _thawed(attempt: Attempt, client: Client, proxy: Proxy) -> None:
    """Connections that hung are given up; the next ones are new."""
    proxy.cut()
    proxy.thaw()
    await _back(attempt, client)


async def _back(attempt: Attempt, client: Client) -> None:
    answers = [await _asked(client) for _ in range(3)]
    attempt.expect(answers[-1], *WRONG, why="the third request after the database is back")


async def _asked(client: Client) -> Exchange:
    return await client.send("POST", f"{PREFIX}/auth/login", body=ASKED)


@asynccontextmanager
async def _running(subject: Subject, url: str) -> AsyncIterator[Client]:
    """A process of its own on that database, and a client of it."""
    with TemporaryDirectory(prefix="backstay-outage-") as folder:
        settings = {**WIDE_OPEN, "DATABASE_URL": url}
        process = await started(subject.project, settings, Path(folder) / "subject.log")
        client = Client(process.base)
        try:
            yield client
        finally:
            await client.close()
            await process.stop()
