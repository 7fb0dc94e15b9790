"""Teller: the process in which a project tells what it offers, in an interpreter of its own."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from os import environ
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from backstay.build.files.lay_out import lay_out

SECONDS = 60
NOTHING = {
    "DATABASE_URL": "sqlite:///./nowhere.sqlite",
    # backstay: allow[SEC002] describes the service; nobody is served with it
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz-only-to-describe",
    "ENVIRONMENT": "development",
}
"""Settings to describe the service with; nothing is opened, and nobody is served."""
_TELL = (
    "import gc, importlib, json, sys; gc.disable(); import backstay.web; sys.stdin.read(); "
    "importlib.invalidate_caches(); from {package}.main import create_app; "
    "sys.stdout.write(json.dumps(create_app().openapi()))"
)
"""The process ends when it has told, so garbage may lie: collecting it is a quarter of its time."""


class DescribeError(Exception):
    """The project cannot be imported; the message holds the last line of why."""


class Teller:
    """Tells the OpenAPI document of a project's files, once.

    Importing the runtime is half of its work, and can be begun while the files are being made.
    """

    def __init__(self, python: str, package: str, folder: Path) -> None:
        self._command = [python, "-c", _TELL.format(package=package)]
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None

    def begin(self) -> None:
        """Start the process ahead of time; where that is impossible, `tell` says why."""
        with suppress(OSError):
            self._process = self._started()

    def tell(self, files: Mapping[str, bytes]) -> dict[str, Any]:
        """The document of a project of these files, its code and configuration by path.

        Raises: DescribeError.
        """
        lay_out(self._folder, files)
        try:
            process = self._process = self._process or self._started()
            told, why = process.communicate(timeout=SECONDS)  # its input ends, and so its waiting
        except (OSError, subprocess.TimeoutExpired) as error:
            raise DescribeError(str(error)) from error
        if process.returncode:
            raise DescribeError((why.strip().splitlines() or ["no message"])[-1])
        document: dict[str, Any] = json.loads(told)
        return document

    def end(self) -> None:
        """Leave no process behind."""
        if self._process is not None:
            with self._process:
                self._process.kill()

    def _started(self) -> subprocess.Popen[str]:
        """The process in the folder of the files, so that nothing else is imported by accident."""
        return subprocess.Popen(  # noqa: S603 the project's own interpreter, no shell
            self._command,
            cwd=self._folder,
            env={**environ, **NOTHING, "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


@contextmanager
def telling(python: str, package: str) -> Iterator[Teller]:
    """A teller in an empty folder; neither is there afterwards."""
    with TemporaryDirectory(prefix="backstay-") as folder:
        teller = Teller(python, package, Path(folder))
        try:
            yield teller
        finally:
            teller.end()
