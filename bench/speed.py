"""Speed: timetrack, fully protected, against plain FastAPI and Fastify, which protect nothing."""

import asyncio
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import services
from bench.postgres import binaries, cluster
from bench.rounds import LOAD_CORE, Peer, run_rounds
from bench.table import absolute, row, tails
from bench.workloads import COLD_ONES, CREATE, ITEM, PAGE, WARM, Workload, write

ROUNDS = int(os.environ.get("ROUNDS", "6"))
SECONDS = float(os.environ.get("SECONDS", "2"))
UNKEYED = (ITEM, PAGE, CREATE)
HEAD = "| CPU per request, times less | item | page of 20 with total | create | create with key |"
RULE = "|---|---|---|---|---|"
POSTGRES_CELLS = list(zip(WARM, WARM, (7, 6, 8, 7), (12, 10, 13, 11), strict=True))
COLD_CELLS = [
    (cold, warm, must, None) for cold, warm, must in zip(COLD_ONES, UNKEYED, (4, 4, 6), strict=True)
]
BARE_CELLS = [(one, one, None, None) for one in WARM]
SQLITE_CELLS = [(one, one, must, None) for one, must in zip(WARM, (7, 4, 8, 7), strict=True)]
FASTIFY_CELLS = [
    (one, one, must, aim)
    for one, must, aim in zip(UNKEYED, (0.85, 1.0, 0.85), (1.2, 1.2, 1.1), strict=True)
]


def run() -> None:
    """Print the table of the request path; what cannot run here is named."""
    with TemporaryDirectory(prefix="backstay-bench-") as name:
        folder = Path(name)
        project = services.build(folder)
        if binaries() is None:
            print("   PostgreSQL is not installed (Debian: postgresql): its rows are unproven")
        else:
            with cluster(folder, LOAD_CORE) as server:
                _on_postgres(folder, project, server)
        _on_sqlite(folder, project)


def _on_postgres(folder: Path, project: Path, server: str) -> None:
    plain, ours = (services.new_database(server, name) for name in ("plain", "timetrack"))
    asyncio.run(services.prepare_reference(plain))
    services.migrate(project, ours)
    bare, prefixed = _files(folder, ""), _files(folder, services.PREFIX)
    base = Peer(services.reference(folder, "reference", plain), bare)
    tuned = Peer(
        services.reference(folder, "reference, collector tuned", plain, "reference_tuned"), bare
    )
    subject = Peer(
        services.timetrack(project, "timetrack", ours),
        prefixed | {one: write(folder, one, services.PREFIX) for one in COLD_ONES},
    )
    peers = [base, tuned, subject]
    why_not = services.node_is_ready()
    if why_not:
        print(f"   Fastify: unproven, {why_not}")
    else:
        peers.append(Peer(services.fastify(folder, plain), {one: bare[one] for one in UNKEYED}))
    _run(peers)
    lines = [
        row("reference on PostgreSQL", base, subject, POSTGRES_CELLS),
        row("the same, every token new", base, subject, COLD_CELLS),
        row("reference with our collector settings", tuned, subject, BARE_CELLS),
        row("reference, requests/s, times more", base, subject, BARE_CELLS, "rps"),
        tails(base, subject, WARM),
        *(row("unprotected Fastify", peer, subject, FASTIFY_CELLS) for peer in peers[3:]),
    ]
    _print(peers, lines)


def _on_sqlite(folder: Path, project: Path) -> None:
    plain, ours = (f"sqlite:///{folder}/{name}.sqlite" for name in ("plain", "timetrack"))
    asyncio.run(services.prepare_reference(plain))
    services.migrate(project, ours)
    base = Peer(services.reference(folder, "reference on SQLite", plain), _files(folder, ""))
    subject = Peer(
        services.timetrack(project, "timetrack on SQLite", ours), _files(folder, services.PREFIX)
    )
    _run([base, subject])
    lines = [
        row("reference on SQLite", base, subject, SQLITE_CELLS),
        row("reference, requests/s, times more", base, subject, BARE_CELLS, "rps"),
        tails(base, subject, WARM),
    ]
    _print([base, subject], lines)


def _files(folder: Path, prefix: str) -> dict[Workload, Path]:
    return {workload: write(folder, workload, prefix) for workload in WARM}


def _run(peers: list[Peer]) -> None:
    """Measure; whatever happens, nothing is left running."""
    try:
        for peer in peers:
            peer.server.wait()
            peer.server.pause()
        run_rounds(peers, ROUNDS, SECONDS)
    finally:
        for peer in peers:
            peer.server.end()


def _print(peers: list[Peer], lines: list[str]) -> None:
    print("\n".join(["", HEAD, RULE, *lines, ""]))
    print("| service | workload | CPU, us per request | requests/s | p50 ms | p99 ms |")
    print("|---|---|---|---|---|---|")
    print("\n".join(line for peer in peers for line in absolute(peer)), flush=True)
