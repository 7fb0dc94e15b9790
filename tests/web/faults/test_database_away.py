"""The database goes away while the service runs: 503, red readiness, and back by itself."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from backstay.web import health
from tests.desk.app import Desk, serving
from tests.desk.proxy import Proxy, proxied


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "KEPT_SECONDS", 0.0)
    monkeypatch.setattr(health, "MOST_SECONDS", 0.2)


@pytest.fixture
async def proxy(postgres_url: str) -> AsyncIterator[Proxy]:
    async with proxied(postgres_url) as proxy:
        yield proxy


async def ready(desk: Desk) -> tuple[int, dict[str, str]]:
    answer = await desk.client.get("http://desk/ready")
    return answer.status_code, answer.json()["checks"]


GOOD = (200, {"database": "ok", "migrations": "ok"})
AWAY = (503, {"database": "unavailable", "migrations": "unknown"})


@pytest.mark.parametrize("compiled", [True, False])
async def test_a_lost_server_is_503_and_not_500(proxy: Proxy, *, compiled: bool):
    async with serving(proxy.url, compiled=compiled, token_memory_seconds=0) as desk:
        headers = await desk.sign_in()
        assert await ready(desk) == GOOD

        proxy.refuse()
        proxy.cut()
        for _ in range(3):
            read = await desk.client.get("/notes", headers=headers)
            made = await desk.client.post("/notes", json={"title": "x"}, headers=headers)
            for answer in (read, made):
                assert answer.status_code == 503
                assert answer.json()["error"]["code"] == "database_unavailable"
                assert int(answer.headers["retry-after"]) >= 1
        assert await ready(desk) == AWAY
        assert (await desk.client.get("http://desk/health")).json() == {"status": "healthy"}

        proxy.refuse(refusing=False)
        assert (await desk.client.get("/notes", headers=headers)).status_code == 200
        assert await ready(desk) == GOOD


async def test_a_server_that_is_cut_between_requests_costs_no_request(proxy: Proxy):
    async with serving(proxy.url) as desk:
        headers = await desk.sign_in()
        for _ in range(3):
            proxy.cut()
            await asyncio.sleep(0.05)
            answer = await desk.client.get("/notes", headers=headers)
            assert answer.status_code == 200


@pytest.mark.parametrize("compiled", [True, False])
async def test_a_frozen_server_is_answered_in_time(proxy: Proxy, *, compiled: bool):
    limits: dict[str, Any] = {"request_deadline": 0.3, "db_pool_timeout": 0.2}
    async with serving(proxy.url, compiled=compiled, **limits) as desk:
        headers = await desk.sign_in()
        assert (await desk.client.get("/notes", headers=headers)).status_code == 200

        proxy.freeze()
        reads = [desk.client.get("/notes", headers=headers) for _ in range(3)]
        writes = [desk.client.post("/notes", json={"title": "x"}, headers=headers)]
        answers = await asyncio.wait_for(asyncio.gather(*reads, *writes), 5)
        assert {answer.status_code for answer in answers} <= {503, 504}
        assert await ready(desk) == AWAY

        proxy.thaw()
        await asyncio.sleep(0.05)
        assert (await desk.client.get("/notes", headers=headers)).status_code == 200
        assert desk.database.driver.usage()[0] == 0


async def test_a_locked_file_is_503_for_writers_and_nothing_for_readers(sqlite_url: str):
    async with serving(sqlite_url) as desk:
        headers = await desk.sign_in()
        desk.database.driver._writer._connection.execute("PRAGMA busy_timeout=50")
        path = sqlite_url.removeprefix("sqlite:///")
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            made = await desk.client.post("/notes", json={"title": "x"}, headers=headers)
            assert made.status_code == 503
            assert made.json()["error"]["code"] == "database_unavailable"
            assert (await desk.client.get("/notes", headers=headers)).status_code == 200
            assert (await ready(desk))[0] == 200
            other.execute("ROLLBACK")
        made = await desk.client.post("/notes", json={"title": "x"}, headers=headers)
        assert made.status_code == 201


def damage(path: Path) -> None:
    path.write_bytes(b"no database" * 1000)


async def test_a_damaged_file_is_503_and_an_error_in_the_log(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
):
    async with serving(sqlite_url, token_memory_seconds=0) as desk:
        headers = await desk.sign_in()
        damage(Path(sqlite_url.removeprefix("sqlite:///")))
        answer = await desk.client.get("/notes", headers=headers)
        assert answer.status_code == 503
        assert "damaged, restore it from a backup" in caplog.text
