"""PostgreSQL for the bench: a cluster of its own, from the system's binaries, on the other core."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.process import pinned

# commits do not wait for the disk, for everybody alike: what is compared is CPU, not the disk
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "shared_buffers": "256MB",
    "max_connections": "300",
    "synchronous_commit": "off",
    "autovacuum": "off",
}


def binaries() -> Path | None:
    """The folder of pg_ctl, the newest version first; None where there is none."""
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which("pg_ctl")
    return next(iter([*known, *([Path(found).parent] if found else [])]), None)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def cluster(folder: Path, core: int) -> Iterator[str]:
    """The URL of a new server, `postgresql://user@host:port`; it is gone at the end."""
    found = binaries()
    assert found is not None, "ask binaries() first"
    data, port = folder / "postgres", free_port()
    data.mkdir()
    # the server refuses to run as root
    user = "postgres" if os.getuid() == 0 else None
    if user:
        shutil.chown(data, user)
        folder.chmod(0o755)

    def call(*command: str) -> None:
        subprocess.run(command, check=True, user=user, stdout=subprocess.DEVNULL, cwd="/")

    call(str(found / "initdb"), "-D", str(data), "-A", "trust", "-U", "bench", "-E", "UTF8")
    with (data / "postgresql.conf").open("a") as file:
        file.writelines(f"{name} = '{value}'\n" for name, value in SETTINGS.items())
        file.write(f"port = {port}\nunix_socket_directories = '{data}'\n")
    control, log = str(found / "pg_ctl"), str(data / "log")
    call(*pinned(core), control, "-D", str(data), "-w", "-l", log, "start")
    try:
        yield f"postgresql://bench@127.0.0.1:{port}"
    finally:
        call(control, "-D", str(data), "-m", "immediate", "-w", "stop")
