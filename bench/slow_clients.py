"""Slow clients: a thousand send headers a byte at a time; they are cut off, and nobody notices."""

import asyncio
import contextlib
import os
from collections.abc import Awaitable
from pathlib import Path
from tempfile import TemporaryDirectory

from backstay.prove.load.wire import request
from bench import services
from bench.offer import Pairs, dumped
from bench.overload import offered
from bench.rows import USERS
from bench.workloads import tokens

CONNECTIONS = 1000
DEAD_AFTER = 15.0
"""Seconds after which none of them may be alive."""

RATE = 200.0
"""Requests of good clients in a second, long before anything is busy."""

ROUNDS = int(os.environ.get("ROUNDS", "3"))
MOST_SLOWER = 2.0
BYTE_EVERY = 2.0


class Slow:
    """One connection that never finishes its headers; `alive` until the server ends it."""

    def __init__(self) -> None:
        self.alive = True

    async def run(self, port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        ending = asyncio.ensure_future(reader.read())
        with contextlib.suppress(ConnectionError):
            while not ending.done():
                writer.write(b"a")
                await asyncio.wait([ending], timeout=BYTE_EVERY)
            await ending
        self.alive = False
        writer.close()


async def beside_slow_ones(port: int, good: Awaitable[float]) -> tuple[int, float]:
    """How many of the thousand live when the good clients are done, and what those gave."""
    slow = [Slow() for _ in range(CONNECTIONS)]
    running = [asyncio.create_task(one.run(port)) for one in slow]
    found = await good
    alive = sum(one.alive for one in slow)
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)
    return alive, found


def run() -> None:
    """Print how many lived, and what the good clients noticed."""
    with TemporaryDirectory(prefix="backstay-bench-") as name:
        folder = Path(name)
        project, url = services.build(folder), f"sqlite:///{folder}/timetrack.sqlite"
        services.migrate(project, url)
        items = folder / "items.pairs"
        items.write_text(dumped(_items()))
        subject = services.timetrack(project, "slow clients", url)
        try:
            subject.wait()
            rounds = [asyncio.run(_round(items, subject.port)) for _ in range(ROUNDS)]
        finally:
            subject.end()
    alive = max(one for one, _, _ in rounds)
    held = "pass" if not alive else "falls short"
    print(f"{alive} of {CONNECTIONS} slow ones alive after {DEAD_AFTER:.0f} s: {held}")
    slower = sorted(during / before for _, before, during in rounds)
    middle = slower[len(slower) // 2]
    held = "pass" if middle <= MOST_SLOWER else "falls short"
    span = f"{middle:.2f} [{slower[0]:.2f}-{slower[-1]:.2f}]"
    print(f"p99 of good clients, times slower: {span} (must {MOST_SLOWER:g}): {held}", flush=True)


async def _round(items: Path, port: int) -> tuple[int, float, float]:
    before = await _good(items, port)
    alive, during = await beside_slow_ones(port, _good(items, port))
    print(f"   {alive} alive, p99 {before:.1f} ms before, {during:.1f} meanwhile", flush=True)
    return alive, before, during


async def _good(items: Path, port: int) -> float:
    """The p99 of good clients over the time that slow ones have to die, in milliseconds."""
    told = await asyncio.to_thread(offered, items, port, RATE, DEAD_AFTER)
    outcomes = told["outcomes"]["item"]
    if set(outcomes) != {"200"}:
        raise SystemExit(f"good clients were not answered well: {outcomes}")
    return float(told["p99"]["200"])


def _items() -> Pairs:
    return [
        ("item", request("GET", f"{services.PREFIX}/users/{own}", host="127.0.0.1", token=token))
        for own, token in tokens(USERS, posting=False)
    ]
