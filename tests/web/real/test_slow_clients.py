"""A thousand clients that send headers a byte at a time: cut off, and nobody else notices."""

import sys
import time

import httpx2
import pytest

from backstay.prove.subject.process import started
from bench.slow_clients import CONNECTIONS, DEAD_AFTER, beside_slow_ones

pytestmark = pytest.mark.real
BEFORE = 3.0


async def good(client: httpx2.AsyncClient, seconds: float) -> float:
    """The p99 of a good client meanwhile, in milliseconds; all must be answered."""
    took, until = [], time.perf_counter() + seconds
    while time.perf_counter() < until:
        answer = await client.get("/health")
        took.append(answer.elapsed.total_seconds())
        assert answer.status_code == 200
    return 1000 * sorted(took)[int(len(took) * 0.99)]


async def test_none_is_alive_after_a_quarter_of_a_minute(project, tmp_path):
    settings = {"DATABASE_URL": f"sqlite:///{tmp_path}/a.sqlite", "ENVIRONMENT": "development"}
    process = await started(project, settings, tmp_path / "log")
    try:
        port = int(process.base.rpartition(":")[2])
        async with httpx2.AsyncClient(base_url=process.base, timeout=10) as client:
            before = await good(client, BEFORE)
            alive, during = await beside_slow_ones(port, good(client, DEAD_AFTER))
    finally:
        await process.stop()
    told = f"{alive} of {CONNECTIONS} alive; p99 of good ones {before:.1f} -> {during:.1f} ms"
    sys.stdout.write(f"{told}\n")
    assert alive == 0
