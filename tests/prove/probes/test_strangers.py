"""Contracts that nobody tuned for: their lists are served, and every request of a load works."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from backstay.blueprint.operations import Operation, operations
from backstay.prove.load.crowd import crowd
from backstay.prove.load.plan import planned
from backstay.prove.load.shots import Shot
from backstay.prove.outcome import Outcome
from backstay.prove.running.discover import trials_of
from backstay.prove.running.proof import Run, proven
from backstay.prove.seeding.scene import stocked
from backstay.prove.subject.project import project_at
from backstay.prove.subject.subject import SQLITE, WIDE_OPEN, running
from backstay.prove.world.client import Client
from backstay.prove.world.world import World
from tests.servers import POSTGRES

STRANGERS = (
    "archive bank chat clinic edges grants guild ledger library lists lone names relay words"
).split()
CHECKS = ("cache", "expand", "filter", "page", "plan", "search", "sort", "statements")
LISTED = [name for name in STRANGERS if name != "grants"]
"""Rows that nobody may make stand in no list of `grants`, so nothing is known of their lists."""
CALLERS, REQUESTS, OF_ONE = 40, 900, 300

pytestmark = pytest.mark.real


async def asked(world: World, shot: Shot) -> int:
    """The status of one shot's answer, sent by itself."""
    headers, token = {}, shot.caller.person.token
    if shot.row:
        seen = await world.client.send("GET", shot.path, token=token)
        headers["if-match"] = seen.answered["etag"]
    if shot.body:
        headers["content-type"] = "application/json"
    answer = await world.client.send(
        shot.operation.method,
        shot.path,
        token=token if shot.signed_in else "",
        raw=shot.body or None,
        headers=headers,
    )
    return answer.status


async def answers_of(root: Path) -> tuple[dict[str, Counter[str]], dict[Operation, str]]:
    """What each operation answered to its part of a load, one request after the other."""
    async with running(project_at(root), SQLITE, WIDE_OPEN) as subject:
        world = World(subject, Client(subject.base))
        await world.person("admin")
        stock = await world.once(stocked)
        callers = await crowd(world, stock.of(world.blueprint.login.name), CALLERS)
        plan = await planned(world, stock, callers, REQUESTS, OF_ONE)
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for shot in plan.shots:
            status = await asked(world, shot)
            found[shot.operation.id]["sent"] += 1
            if status != shot.operation.status:
                found[shot.operation.id].update(["missed", f"{status} from {shot.path}"])
        await world.client.close()
    assert {shot.operation for shot in plan.shots} == set(operations(world.blueprint))
    return found, plan.lacks


@pytest.mark.parametrize("contract", STRANGERS)
async def test_every_request_of_a_load_does_its_work(built, contract):
    answers, lacks = await answers_of(built(contract))
    assert not lacks
    # now and then a change takes a row from somebody's sight before they come to it
    missed = {name: seen for name, seen in answers.items() if seen["missed"] > 0.1 * seen["sent"]}
    assert not missed


@pytest.mark.parametrize("database", [SQLITE, POSTGRES], ids=["sqlite", "postgresql"])
@pytest.mark.parametrize("contract", LISTED)
async def test_their_lists_are_proven(built, contract, database):
    project = project_at(built(contract))
    trials = trials_of(project.blueprint, CHECKS)
    results = await proven(project, trials, Run(database), lambda _: None)
    bad = [(one.claim, one.reason) for one in results if one.outcome is not Outcome.PASSED]
    assert bad == []
