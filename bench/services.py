"""The services side by side: the reference, Fastify, and the generated timetrack."""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bench.peers.models import Base, Task, User
from bench.postgres import free_port
from bench.process import Server
from bench.rows import fill, tasks, users
from bench.workloads import SECRET

ROOT = Path(__file__).parent.parent
PREFIX = "/api/v1"
NODE = ROOT / "bench" / "peers" / "fastify"


def build(folder: Path) -> Path:
    """timetrack as `backstay new` writes it; nothing in it is tuned by hand."""
    project = folder / "timetrack"
    contract = ROOT / "examples" / "timetrack.yaml"
    _run([_tool("backstay"), "new", str(project), "--contract", str(contract)], ROOT, {})
    return project


def timetrack(
    project: Path,
    name: str,
    url: str,
    *,
    core: int | None = 0,
    workers: int = 1,
    more: Mapping[str, str] | None = None,
) -> Server:
    """The generated project as `python main.py` serves it in production, everything on."""
    port = free_port()
    environment = {
        "ENVIRONMENT": "production",
        "SECRET_KEY": SECRET,
        "DATABASE_URL": url,
        "PORT": str(port),
        "ACCESS_TOKEN_MINUTES": "60",
        "METRICS_PORT": str(free_port()),
        "WORKERS": str(workers),
        **(more or {}),
    }
    return Server(
        name, [sys.executable, "main.py"], port, folder=project, environment=environment, core=core
    )


def migrate(project: Path, url: str) -> None:
    """Tables by the project's own migrations, then the rows."""
    settings = {"SECRET_KEY": SECRET, "DATABASE_URL": url, "ENVIRONMENT": "production"}
    _run([sys.executable, "-m", "alembic", "upgrade", "head"], project, settings)
    paths = {"BENCH_URL": driver(url), "PYTHONPATH": f"{ROOT}:{project}"}
    _run([sys.executable, "-m", "bench.rows"], project, {**settings, **paths})
    analyse(url)


def reference(folder: Path, name: str, url: str, module: str = "reference") -> Server:
    """Plain FastAPI under uvicorn, as FastAPI's documentation serves it."""
    port = free_port()
    command = [_tool("uvicorn"), f"bench.peers.{module}:app", "--port", str(port)]
    quiet = ["--no-access-log", "--log-level", "warning", "--loop", "uvloop", "--http", "httptools"]
    environment = {"BENCH_URL": driver(url), "BENCH_SECRET": SECRET, "PYTHONPATH": str(ROOT)}
    return Server(name, [*command, *quiet], port, folder=folder, environment=environment)


async def prepare_reference(url: str) -> None:
    """Its tables and the same rows."""
    engine = create_async_engine(driver(url))
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    await fill(engine, User.__table__, users())  # type: ignore[arg-type]  # it is a Table
    await fill(engine, Task.__table__, tasks())  # type: ignore[arg-type]  # as above
    await engine.dispose()
    await asyncio.to_thread(analyse, url)


def fastify(folder: Path, url: str) -> Server:
    """Unprotected Fastify on the reference's database."""
    port = free_port()
    environment = {"BENCH_URL": url, "BENCH_SECRET": SECRET, "BENCH_PORT": str(port)}
    command = ["node", str(NODE / "server.js")]
    return Server("Fastify", command, port, folder=folder, environment=environment)


def node_is_ready() -> str:
    """Why Fastify cannot run; empty when it can. Its packages come from the committed lock."""
    if not shutil.which("node") or not shutil.which("npm"):
        return "node and npm are not installed (Debian: nodejs, npm)"
    if not (NODE / "node_modules").is_dir():
        done = subprocess.run(
            ["npm", "ci", "--no-audit", "--no-fund"],
            cwd=NODE,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            return f"npm ci failed: {done.stderr.strip().splitlines()[-1:]}"
    return ""


def new_database(server: str, name: str) -> str:
    """A new database on a PostgreSQL server; gives its URL."""
    asyncio.run(_autocommit(f"{server}/postgres", f"CREATE DATABASE {name}"))
    return f"{server}/{name}"


def analyse(url: str) -> None:
    asyncio.run(_autocommit(url, "ANALYZE" if url.startswith("sqlite") else "VACUUM ANALYZE"))


def driver(url: str) -> str:
    """The URL as SQLAlchemy's asynchronous engines take it."""
    return url.replace("postgresql:", "postgresql+asyncpg:").replace("sqlite:", "sqlite+aiosqlite:")


async def _autocommit(url: str, statement: str) -> None:
    engine = create_async_engine(driver(url), isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


def _tool(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout[-1500:]}{done.stderr[-1500:]}")
