"""A thousand clients that send headers a byte at a time: cut off, and nobody else notices."""

import asyncio
import contextlib
import sys
import time

import httpx2
import pytest

from backstay.prove.subject.process import started

pytestmark = pytest.mark.real
CONNECTIONS, DEAD_AFTER = 1000, 15.0


class Slow:
    """One connection that never finishes its headers; `alive` until the server ends it."""

    def __init__(self) -> None:
        self.alive = True

    async def run(self, port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
        ending = asyncio.ensure_future(reader.read())
        with contextlib.suppress(ConnectionError):
            while not ending.done():
                writer.write(b"a")
                await asyncio.wait([ending], timeout=2.0)
            await ending
        self.alive = False
        writer.close()


async def good(client: httpx2.AsyncClient, seconds: float) -> list[float]:
    """How long each request of a good client took meanwhile; all must be answered."""
    took, until = [], time.perf_counter() + seconds
    while time.perf_counter() < until:
        began = time.perf_counter()
        answer = await client.get("/health")
        took.append(time.perf_counter() - began)
        assert answer.status_code == 200
        await asyncio.sleep(0.02)
    return sorted(took)


async def test_none_is_alive_after_a_quarter_of_a_minute(project, tmp_path):
    settings = {"DATABASE_URL": f"sqlite:///{tmp_path}/a.sqlite", "ENVIRONMENT": "development"}
    process = await started(project, settings, tmp_path / "log")
    try:
        port = int(process.base.rpartition(":")[2])
        async with httpx2.AsyncClient(base_url=process.base, timeout=10) as client:
            before = await good(client, 3.0)
            slow = [Slow() for _ in range(CONNECTIONS)]
            running = [asyncio.create_task(one.run(port)) for one in slow]
            during = await good(client, DEAD_AFTER)
        alive = sum(one.alive for one in slow)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    finally:
        await process.stop()
    p99 = [times[int(len(times) * 0.99)] * 1000 for times in (before, during)]
    figures = f"{alive} of {CONNECTIONS} alive; p99 of good ones {p99[0]:.1f} -> {p99[1]:.1f} ms\n"
    sys.stdout.write(figures)
    assert alive == 0
