"""The scenarios against shop in a process of its own: every step exact; small quotas hold."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from httpx2 import AsyncClient

from backstay.prove.badinput.case import Verdict
from backstay.prove.badinput.operation import Document
from backstay.prove.badinput.people import populate
from backstay.prove.badinput.rows import make_rows
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
from backstay.prove.subject.process import started
from backstay.prove.subject.project import project_at

pytestmark = pytest.mark.real
EXAMPLE = Path(__file__).parents[4] / "examples" / "shop.yaml"
QUOTA = 25


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scenarios") / "shop"
    backstay = Path(sys.executable).parent / "backstay"
    command = [str(backstay), "new", str(folder), "--contract", str(EXAMPLE)]
    subprocess.run(command, check=True, capture_output=True)
    return project_at(folder)


@pytest.fixture
def settings(tmp_path):
    database = f"sqlite:///{tmp_path}/a.sqlite"
    hosts = '["localhost", "127.0.0.1"]'
    return {"DATABASE_URL": database, "ENVIRONMENT": "development", "ALLOWED_HOSTS": hosts}


def document(project) -> Document:
    return Document(json.loads((project.root / "docs" / "openapi.json").read_text()))


def wrong(verdicts: list[Verdict]) -> dict[str, tuple[str, ...]]:
    return {verdict.case.probe: verdict.wrong for verdict in verdicts if verdict.wrong}


async def test_every_step_is_exact(shop, settings, tmp_path):
    opened = settings | {"REQUESTS": "1000000", "BODY_DEADLINE": "1", "SHED_LAG": "0"}
    process = await started(shop, opened, tmp_path / "log")
    try:
        async with AsyncClient(base_url=process.base, timeout=30) as client:
            scene = Scene(client, document(shop), limit=shop.blueprint.limits.body)
            await populate(scene)
            assert await make_rows(scene, shop.blueprint) == []
            steps = Steps(scene)
            for scenario in (keys, versions, cursors):
                await scenario(steps, shop.blueprint)
            await sessions(steps)
        port = int(process.base.rpartition(":")[2])
        table = wires(f"localhost:{port}", "/api/v1/auth/login")
        raw = await run_wire("127.0.0.1", port, table)
    finally:
        await process.stop()
    assert wrong([*steps.verdicts, *raw]) == {}
    assert {39, 55, 56, 61, 62, 63, 64, 65, 66, 72, 73} <= {one.case.row for one in steps.verdicts}
    assert len(steps.verdicts) > 200


async def test_nobody_gets_around_a_small_quota_and_doors_are_closed(shop, settings, tmp_path):
    process = await started(
        shop, settings | {"REQUESTS": str(QUOTA), "DOCS": "false"}, tmp_path / "l"
    )
    try:
        async with AsyncClient(base_url=process.base, timeout=30) as client:
            steps = Steps(Scene(client, document(shop)))
            await closed(steps)
            left = QUOTA - len(steps.verdicts) + 1  # /health counts for nobody
            await limits(steps, "/api/v1/products", left)
    finally:
        await process.stop()
    assert wrong(steps.verdicts) == {}
    assert {71, 74} == {one.case.row for one in steps.verdicts}
