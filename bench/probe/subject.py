"""A built example in a server process of its own, on a database of its own."""

import asyncio
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import asyncpg

POSTGRES = os.environ.get("BACKSTAY_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
STARTS_IN = 30.0


@dataclass(frozen=True)
class Subject:
    """Where it listens, what signs its tokens, where its output goes, its process."""

    address: str
    secret: str
    output: Path
    pid: int


def build(contract: Path, folder: Path) -> Path:
    """The project of a contract."""
    backstay = Path(sys.executable).parent / "backstay"
    command = [str(backstay), "new", str(folder), "--contract", str(contract)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder


@contextmanager
def served(project: Path, url: str, name: str, **settings: str) -> Iterator[Subject]:
    """The project behind Granian, with settings of its own, until the block ends."""
    port, secret = _free_port(), secrets.token_urlsafe(48)
    given = {
        **os.environ,
        "DATABASE_URL": url,
        "SECRET_KEY": secret,
        "PORT": str(port),
        "ENVIRONMENT": "test",
        **settings,
    }
    subprocess.run(
        [sys.executable, "-m", "alembic", "upgrade", "head"],
        cwd=project, env=given, check=True, capture_output=True,
    )  # fmt: skip
    output = project.parent / f"{name}.log"
    with output.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "main.py"], cwd=project, env=given, stdout=file, stderr=file
        )
        try:
            address = f"http://localhost:{port}"
            _wait(address, process, output)
            yield Subject(address, secret, output, process.pid)
        finally:
            process.terminate()
            process.wait(20)


@contextmanager
def database(kind: str, folder: Path, name: str) -> Iterator[str]:
    """The URL of an empty database, dropped at the end."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / name}.sqlite"
        return
    own = f"probe_{secrets.token_hex(6)}"
    _execute(f'CREATE DATABASE "{own}"')
    try:
        yield POSTGRES.rpartition("/")[0] + f"/{own}"
    finally:
        _execute(f'DROP DATABASE "{own}" WITH (FORCE)')


def _execute(statement: str) -> None:
    async def run() -> None:
        connection = await asyncpg.connect(POSTGRES, timeout=5)
        await connection.execute(statement)
        await connection.close()

    asyncio.run(run())


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(address: str, process: subprocess.Popen[bytes], output: Path) -> None:
    until = time.monotonic() + STARTS_IN
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{address}/health", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"the subject did not start:\n{output.read_text()[-2000:]}")
