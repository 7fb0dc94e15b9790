"""Overload: three and ten times what it can do is offered to timetrack; good answers must go on.

A fully protected service on one core must still do four fifths of what it can, refuse the rest by
503 with Retry-After, and answer /health. On SQLite it is the service that has too little time, on
PostgreSQL the database, which there shares its core with whoever makes the requests.
"""

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from backstay.prove.load.wire import request
from bench import services
from bench.offer import Pairs, dumped
from bench.overload_table import HEAD, RULE, Seen, row, verdict
from bench.postgres import binaries, cluster
from bench.process import pinned
from bench.rounds import LOAD_CORE, tried
from bench.rows import USERS
from bench.workloads import BODY, tokens

ROUNDS = int(os.environ.get("ROUNDS", "3"))
SECONDS = float(os.environ.get("SECONDS", "8"))
TIMES = (1, 3, 10)
CONNECTIONS = 32
LISTS_IN_TEN = 8


def run() -> None:
    """Print a table for each database; what cannot run here is named."""
    with TemporaryDirectory(prefix="backstay-bench-") as name:
        folder = Path(name)
        project = services.build(folder)
        _on(folder, project, "SQLite", f"sqlite:///{folder}/timetrack.sqlite")
        if binaries() is None:
            print("   PostgreSQL is not installed (Debian: postgresql): its table is unproven")
            return
        with cluster(folder, LOAD_CORE) as server:
            _on(folder, project, "PostgreSQL", services.new_database(server, "timetrack"))


def _on(folder: Path, project: Path, database: str, url: str) -> None:
    services.migrate(project, url)
    subject = services.timetrack(project, f"overload {database}", url)
    try:
        subject.wait()
        seen = _measured(folder, subject.port)
    finally:
        subject.end()
    print("\n".join(["", HEAD.format(database), RULE, *(row(seen[times]) for times in TIMES)]))
    for times in TIMES[1:]:
        print(f"{times} times its capacity: {verdict(seen[times])}", flush=True)


def _measured(folder: Path, port: int) -> dict[int, list[Seen]]:
    """Capacity just before each run, by clients that wait for their answers."""
    pairs = mix()
    plain, kinds = folder / "overload.requests", folder / "overload.pairs"
    plain.write_bytes(pickle.dumps([one for _, one in pairs]))
    kinds.write_text(dumped(pairs))
    tried(plain, port, 2.0, CONNECTIONS)
    seen: dict[int, list[Seen]] = {times: [] for times in TIMES}
    for number in range(ROUNDS):
        for times in TIMES:
            told = tried(plain, port, SECONDS / 2, CONNECTIONS)
            capacity = (told["requests"] - told["refused"]) / told["seconds"]
            rate = times * capacity
            seen[times].append(Seen(capacity, rate, offered(kinds, port, rate, SECONDS)))
        print(f"   round {number + 1} of {ROUNDS}: capacity {capacity:.0f} requests/s", flush=True)
    return seen


def mix() -> Pairs:
    """Long lists, which are dear and go first, with single items and creates among them."""
    host, found = "127.0.0.1", []
    for number, (own, token) in enumerate(tokens(USERS, posting=False)):
        turn = number % 10
        method, path, body = "GET", "/tasks?limit=100", b""
        if turn >= LISTS_IN_TEN:
            method, path = ("GET", f"/users/{own}") if turn == LISTS_IN_TEN else ("POST", "/tasks")
            body = BODY if method == "POST" else b""
        kind = {"GET": "item", "POST": "create"}[method] if turn >= LISTS_IN_TEN else "list"
        asked = request(method, services.PREFIX + path, host=host, token=token, body=body)
        found.append((kind, asked))
    return found


def offered(file: Path, port: int, rate: float, seconds: float) -> dict[str, Any]:
    """What `bench.offer` tells; it runs on the other core."""
    command = [sys.executable, "-m", "bench.offer", str(file), str(port), str(rate), str(seconds)]
    done = subprocess.run(
        [*pinned(LOAD_CORE), *command], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"bench.offer failed: {done.stderr[-600:]}")
    told: dict[str, Any] = json.loads(done.stdout)
    return told
