"""Memory and workers: megabytes per worker, their growth under load, and what a second one adds.

The short form watches two minutes; `MINUTES=10` watches for ten, as the issue asks.
"""

import os
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import services
from bench.postgres import binaries, cluster
from bench.process import Server
from bench.rounds import CONNECTIONS, LOAD_CORE, ask
from bench.workloads import COLD_ONES, ITEM, WARM, Workload, write

MINUTES = float(os.environ.get("MINUTES", "2"))
LONG = 10
MOST_MEGABYTES = 110
MOST_GROWTH = 3.0
"""Megabytes in ten minutes that a line through the second half may rise: pages of the allocator."""

FLOOD = 20.0
"""Seconds of requests with ever new tokens: all that can be remembered is."""

PIECE = 5.0
"""Seconds of one workload after another."""

REDIS = os.environ.get("BENCH_REDIS", "redis://127.0.0.1:6379/9")


def run() -> None:
    """Print both; what cannot run here is named."""
    if binaries() is None:
        print("   PostgreSQL is not installed (Debian: postgresql): memory is unproven")
        return
    with TemporaryDirectory(prefix="backstay-bench-") as name:
        folder = Path(name)
        project = services.build(folder)
        with cluster(folder, LOAD_CORE) as server:
            url = services.new_database(server, "timetrack")
            services.migrate(project, url)
            files = {one: write(folder, one, services.PREFIX) for one in WARM}
            _watch(project, url, files, write(folder, COLD_ONES[0], services.PREFIX))
            _workers(project, url, files[ITEM])


def _watch(project: Path, url: str, files: dict[Workload, Path], flood: Path) -> None:
    server = services.timetrack(project, "memory", url)
    try:
        server.wait()
        before = worker(server)
        seen: list[tuple[float, float]] = []
        began = time.monotonic()
        while (elapsed := time.monotonic() - began) < MINUTES * 60:
            for file in files.values():
                ask(file, server.port, PIECE)
                seen.append((time.monotonic() - began, worker(server)))
            print(f"   {elapsed / 60:.1f} of {MINUTES:g} minutes: {seen[-1][1]:.0f} MB", flush=True)
        after, others = worker(server), sum(server.memory()) - worker(server)
        new = ask(flood, server.port, FLOOD)["requests"]
        flooded = worker(server)
    finally:
        server.end()
    verdict = "pass" if after <= MOST_MEGABYTES else "falls short"
    print(f"worker: {before:.0f} MB, {after:.0f} after load, must {MOST_MEGABYTES}: {verdict}")
    print(f"after a flood of {new} tokens that nobody has seen before: {flooded:.0f} MB")
    print(f"Granian's main process beside it: {others:.0f} MB")
    half = [(x / 60, y) for x, y in seen if x > MINUTES * 30]
    slope, _ = statistics.linear_regression([x for x, _ in half], [y for _, y in half])
    verdict = "pass" if slope * 10 <= MOST_GROWTH else "falls short"
    if MINUTES < LONG:
        verdict = f"unproven, this is the short form: MINUTES={LONG} proves it"
    print(f"growth in the second half: {slope * 10:+.1f} MB in 10 minutes; {verdict}")


def worker(server: Server) -> float:
    """Resident megabytes of the process that serves: the greatest."""
    return server.memory()[0]


def _workers(project: Path, url: str, file: Path) -> None:
    """One and two workers in turn, on all cores, with load and PostgreSQL on them too."""
    if not _redis():
        print(f"   no Redis at {REDIS} (Debian: redis-server): two workers are unproven")
        return
    rates: dict[int, list[float]] = {1: [], 2: []}
    servers = {
        many: services.timetrack(
            project, f"{many} workers", url, core=None, workers=many, more={"REDIS_URL": REDIS}
        )
        for many in rates
    }
    try:
        for server in servers.values():
            server.wait()
            ask(file, server.port, 1.0)
            server.pause()
        for _ in range(4):
            for many, server in servers.items():
                server.resume()
                told = ask(file, server.port, 2.0, 2 * CONNECTIONS)
                server.pause()
                rates[many].append(told["requests"] / told["seconds"])
    finally:
        for server in servers.values():
            server.end()
    one, two = (statistics.median(found) for found in rates.values())
    gain = f"{two / one:.2f} times, on {os.cpu_count()} cores with load and PostgreSQL on them"
    print(f"one worker {one:.0f} requests/s, two {two:.0f}: {gain}")


def _redis() -> bool:
    from redis import Redis, RedisError  # noqa: PLC0415 only where it is asked for

    try:
        return bool(Redis.from_url(REDIS).ping())
    except RedisError:
        return False
