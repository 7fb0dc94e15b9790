"""Service: a foreign service that a person's own command starts, and that is stopped afterwards."""

import asyncio
import os
import shlex
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2

from backstay.prove.subject.process import (
    START_SECONDS,
    STOP_SECONDS,
    Process,
    StartError,
    free_port,
)

PORT = "{port}"


class Service(Process):
    """What a command started, with everything that it started itself."""

    async def stop(self) -> None:
        """Stop the whole group: politely, and where that takes too long, not."""
        self._signal(signal.SIGTERM)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._process.wait(), STOP_SECONDS)
        self._signal(signal.SIGKILL)
        await self._process.wait()

    async def ready(self) -> None:
        """Wait until it answers anything at all. Raises: StartError."""
        async with httpx2.AsyncClient(base_url=self.base, timeout=1.0) as client:
            for _ in range(int(START_SECONDS / 0.1)):
                if self._process.returncode is not None:
                    break
                with suppress(httpx2.HTTPError):
                    await client.get("/")
                    return
                await asyncio.sleep(0.1)
        await self.stop()
        raise StartError(
            f"the service does not answer at {self.base} (PORT, or {PORT} in the command, says "
            f"where it must listen):\n{self.last_lines()}"
        )

    def _signal(self, number: int) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, number)


@asynccontextmanager
async def serving(command: str, root: Path, port: int = 0) -> AsyncIterator[Service]:
    """The service of a command, ready; stopped at the end.

    Args: command, words without a shell, `{port}` stands for the port, which is PORT in its
    environment too; root, the folder to run it in; port, a free one where it is 0.
    Raises: StartError; ValueError for a command with an open quote.
    """
    port = port or free_port()
    words = [word.replace(PORT, str(port)) for word in shlex.split(command)]
    if not words:
        raise StartError("--start names no command")
    with TemporaryDirectory(prefix="backstay-audit-") as folder:
        log = Path(folder) / "service.log"
        with log.open("wb") as output:
            try:
                process = await asyncio.create_subprocess_exec(
                    *words,
                    cwd=root,
                    env={**os.environ, "PORT": str(port), "PYTHONDONTWRITEBYTECODE": "1"},
                    stdin=asyncio.subprocess.DEVNULL,
                    stdout=output,
                    stderr=asyncio.subprocess.STDOUT,
                    start_new_session=True,
                )
            except OSError as error:
                raise StartError(f"`{words[0]}` cannot be started: {error.strerror}") from error
        service = Service(process, f"http://127.0.0.1:{port}", log)
        try:
            await service.ready()
            yield service
        finally:
            await service.stop()
