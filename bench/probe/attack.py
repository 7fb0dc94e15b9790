"""Which tables and scenarios run against a subject."""

import sys
from urllib.parse import urlsplit

from httpx2 import AsyncClient

from backstay.blueprint import Blueprint
from backstay.prove.badinput.case import Verdict
from backstay.prove.badinput.operation import Document
from backstay.prove.badinput.people import PREFIX, populate
from backstay.prove.badinput.rows import make_rows
from backstay.prove.badinput.run import cases_of, run
from backstay.prove.badinput.scenarios.closed import closed
from backstay.prove.badinput.scenarios.cursors import cursors
from backstay.prove.badinput.scenarios.keys import keys
from backstay.prove.badinput.scenarios.limits import limits
from backstay.prove.badinput.scenarios.sessions import sessions
from backstay.prove.badinput.scenarios.versions import versions
from backstay.prove.badinput.scene import Scene
from backstay.prove.badinput.steps import Steps
from backstay.prove.badinput.tables.wires import wires
from backstay.prove.badinput.wire import run_wire
from bench.probe.subject import Subject

PATIENCE = 15


async def everything(subject: Subject, document: Document, blueprint: Blueprint) -> list[Verdict]:
    """All tables on every operation, then what takes more than one request."""
    async with AsyncClient(base_url=subject.address, timeout=PATIENCE) as client:
        scene = Scene(client, document, secret=subject.secret, limit=blueprint.limits.body)
        await populate(scene)
        for lacking in await make_rows(scene, blueprint):
            print(f"  no row of {lacking}", file=sys.stderr)
        tally, steps = await run(scene, cases_of(scene)), Steps(scene)
        await keys(steps, blueprint)
        await versions(steps, blueprint)
        await cursors(steps, blueprint)
        await sessions(steps)
    where = urlsplit(subject.address)
    table = wires(f"localhost:{where.port}", f"{PREFIX}/login")
    bytewise = await run_wire("127.0.0.1", where.port or 80, table)
    return [*tally.verdicts, *steps.verdicts, *bytewise]


async def small_quota(subject: Subject, document: Document, quota: int) -> list[Verdict]:
    """Nobody gets around a quota."""
    async with AsyncClient(base_url=subject.address, timeout=PATIENCE) as client:
        secured = next(one for one in document.operations() if one.lists and one.secured)
        steps = Steps(Scene(client, document))
        await limits(steps, steps.scene.path(secured), quota)
        return steps.verdicts


async def closed_doors(subject: Subject, document: Document) -> list[Verdict]:
    """What production does not serve."""
    async with AsyncClient(base_url=subject.address, timeout=PATIENCE) as client:
        steps = Steps(Scene(client, document))
        await closed(steps)
        return steps.verdicts
