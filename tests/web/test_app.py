"""The service begins and ends as a whole, and tells its metrics on a port of their own."""

import asyncio
import gc
import socket
from collections.abc import Iterator
from urllib.request import urlopen

import pytest

from backstay.errors import DatabaseUnavailable
from tests.desk.app import make, serving


@pytest.fixture
def collector() -> Iterator[None]:
    """Puts the collector back as it was."""
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def read(port: int) -> str:
    with urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
        return str(answer.read().decode())


async def test_metrics_are_told_on_their_own_port_and_nowhere_else(sqlite_url: str):
    port = free_port()
    async with serving(sqlite_url, metrics_port=port) as desk:
        await desk.client.get("/free")
        assert (await desk.client.get("http://desk/metrics")).status_code == 404
        text = await asyncio.to_thread(read, port)
        assert 'http_request_duration_seconds_count{method="GET",route="/api/free"' in text
        assert 'db_connections{state="used"} 2.0' in text
        assert 'access_log_lines{state="dropped"} 0.0' in text
    with pytest.raises(OSError):
        await asyncio.to_thread(read, port)


async def test_the_collector_is_tuned_where_one_service_lives_long(sqlite_url: str, collector):
    async with serving(sqlite_url, environment="production"):
        assert gc.get_threshold()[0] == 20_000


async def test_a_start_that_fails_halfway_leaves_nothing_open(sqlite_url: str):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        service = make(sqlite_url, metrics_port=taken.getsockname()[1])
        with pytest.raises(OSError):
            async with service.router.lifespan_context(service):
                pytest.fail("it started")
    assert service.state.database.driver._writer is None
    assert service.state.database.driver._reader is None


async def test_a_database_that_is_away_at_start_is_said():
    service = make("postgresql://postgres@127.0.0.1:1/none")
    with pytest.raises(DatabaseUnavailable):
        async with service.router.lifespan_context(service):
            pytest.fail("it started")


async def test_docs_are_shut_in_production(sqlite_url: str, collector):
    for environment, status in (("test", 200), ("production", 404)):
        async with serving(sqlite_url, environment=environment) as desk:
            for path in ("/docs", "/redoc", "/openapi.json"):
                answer = await desk.client.get(f"http://desk{path}")
                assert answer.status_code == status, path
