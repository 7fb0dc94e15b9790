"""Rounds: every service does every workload once per round, alone, in changing order."""

import json
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.process import Server, pinned
from bench.workloads import Workload

CONNECTIONS = 32
LOAD_CORE = 1


@dataclass(frozen=True)
class Window:
    """One service under one workload for some seconds; `cpu` in microseconds per request."""

    cpu: float
    rps: float
    p50: float
    p99: float


@dataclass
class Peer:
    """A service, and the requests that it is asked."""

    server: Server
    files: dict[Workload, Path]
    windows: dict[Workload, list[Window]] = field(default_factory=dict)


def tried(file: Path, port: int, seconds: float, connections: int = CONNECTIONS) -> dict[str, Any]:
    """Load on one service, from the other core, whatever it answers."""
    command = [sys.executable, "-m", "bench.load", str(file), str(port), str(seconds)]
    done = subprocess.run(
        [*pinned(LOAD_CORE), *command, str(connections)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"load failed: {done.stderr[-600:]}")
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def ask(file: Path, port: int, seconds: float, connections: int = CONNECTIONS) -> dict[str, Any]:
    """Load as `tried` puts it on a service. SystemExit when an answer was not 2xx."""
    told = tried(file, port, seconds, connections)
    if told["refused"]:
        many = f"{told['refused']} of {told['requests']} answers were not 2xx"
        raise SystemExit(f"{many}:\n{told['first_refused']}")
    return told


def measure(peer: Peer, workload: Workload, seconds: float) -> Window:
    """One window; the service must be running, and everything else paused."""
    before = peer.server.cpu()
    told = ask(peer.files[workload], peer.server.port, seconds)
    used = peer.server.cpu() - before
    requests = max(told["requests"], 1)
    return Window(used / requests * 1e6, requests / told["seconds"], told["p50"], told["p99"])


def run_rounds(peers: list[Peer], rounds: int, seconds: float) -> None:
    """Warm everything up, then measure; the order is reversed every other round."""
    for peer in peers:
        peer.server.resume()
        for file in peer.files.values():
            ask(file, peer.server.port, 0.5)
        peer.server.pause()
    workloads = list(dict.fromkeys(load for peer in peers for load in peer.files))
    for number in range(rounds):
        started = time.monotonic()
        for workload in workloads:
            for peer in peers if number % 2 == 0 else peers[::-1]:
                if workload in peer.files:
                    peer.server.resume()
                    found = measure(peer, workload, seconds)
                    peer.server.pause()
                    peer.windows.setdefault(workload, []).append(found)
        took = time.monotonic() - started
        print(f"   round {number + 1} of {rounds}, {took:.0f} s", flush=True)
