"""Two workers: they share limits through Redis, and refuse to start in production without it."""

import asyncio
import subprocess
from collections import Counter
from uuid import uuid4

import httpx2
import pytest

from backstay.prove.subject.process import plain_environment, started
from tests.servers import redis_there

pytestmark = pytest.mark.real
SECRET = "for-throw-away-databases-only-3f9c1e7a5b2d"
QUOTA, ASKED = 200, 260


@pytest.fixture
def redis():
    return redis_there("workers share limits")


@pytest.fixture
def settings(tmp_path):
    return {
        "DATABASE_URL": f"sqlite:///{tmp_path}/a.sqlite",
        "ENVIRONMENT": "development",
        "WORKERS": "2",
        "APP_NAME": f"test-{uuid4().hex}",
        "REQUESTS": str(QUOTA),
    }


async def statuses(base: str) -> Counter[int]:
    """What guests hear, over many connections, so that both workers are asked."""

    async def ask(times: int) -> list[int]:
        found = []
        for _ in range(times):
            async with httpx2.AsyncClient(base_url=base, timeout=10) as client:
                found.append((await client.get("/api/v1/tasks")).status_code)
        return found

    told = await asyncio.gather(*(ask(ASKED // 10) for _ in range(10)))
    return Counter(status for some in told for status in some)


async def test_together_they_let_no_more_through_than_one(project, redis, settings, tmp_path):
    process = await started(project, settings | {"REDIS_URL": redis}, tmp_path / "log")
    try:
        heard = await statuses(process.base)
    finally:
        await process.stop()
    assert set(heard) == {401, 429}
    # what a worker took and did not use within a second lapses
    assert QUOTA * 3 // 4 <= heard[401] <= QUOTA


async def test_without_redis_nobody_fails(project, settings, tmp_path):
    away = settings | {"REDIS_URL": "redis://127.0.0.1:1/0", "REQUESTS": "10000"}
    process = await started(project, away, tmp_path / "log")
    try:
        heard = await statuses(process.base)
    finally:
        await process.stop()
    assert set(heard) == {401}


def test_production_refuses_to_start_without_one(project, settings):
    production = {**settings, "ENVIRONMENT": "production", "SECRET_KEY": SECRET}
    ran = subprocess.run(
        [project.python, "main.py"],
        cwd=project.root,
        env={**plain_environment(), **production},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert "WORKERS: more than one needs REDIS_URL in production" in ran.stderr
    assert "Traceback" not in ran.stderr
