"""The OpenAPI documents of a project, told by the project itself (C-36, C-37, R-248)."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from backstay.build.downgrade import downgraded
from backstay.build.files.lay_out import lay_out

SECONDS = 60
PATHS = ("docs/openapi.json", "docs/openapi-3.0.json")
_TELL = (
    "import gc, json, sys; gc.disable(); from {package}.main import create_app; "
    "sys.stdout.write(json.dumps(create_app().openapi()))"
)
"""The process ends when it has told, so garbage may lie: collecting it is a quarter of its time."""
NOTHING = {
    "DATABASE_URL": "sqlite:///./nowhere.sqlite",
    # backstay: allow[SEC002] describes the service; nobody is served with it
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz-only-to-describe",
    "ENVIRONMENT": "development",
}
"""Settings to describe the service with; nothing is opened, and nobody is served."""


class DescribeError(Exception):
    """The project cannot be imported; the message holds the last line of why."""


def documents(files: Mapping[str, bytes], package: str, python: str) -> dict[str, str]:
    """OpenAPI 3.1 and 3.0.3 of a project.

    Args: files, its code and configuration by path; package; python, its interpreter.
    Returns: the documents by their paths in the project.
    Raises: DescribeError.
    """
    with TemporaryDirectory(prefix="backstay-") as folder:
        lay_out(Path(folder), files)
        command = [python, "-c", _TELL.format(package=package)]
        environment = {**os.environ, **NOTHING, "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            done = subprocess.run(  # noqa: S603 the project's own interpreter, no shell
                command,
                cwd=folder,
                env=environment,
                capture_output=True,
                text=True,
                timeout=SECONDS,
                check=True,
            )
        except subprocess.CalledProcessError as error:
            lines = error.stderr.strip().splitlines() or ["no message"]
            raise DescribeError(lines[-1]) from error
        except (OSError, subprocess.TimeoutExpired) as error:
            raise DescribeError(str(error)) from error
    document = json.loads(done.stdout)
    return {PATHS[0]: _text(document), PATHS[1]: _text(downgraded(document))}


def interpreter(root: Path) -> str:
    """The project's own interpreter where it has one, else the one that builds."""
    own = root / ".venv" / "bin" / "python"
    return str(own) if own.is_file() else sys.executable


def _text(document: object) -> str:
    text = msgspec.json.format(msgspec.json.encode(document, order="sorted"), indent=1)
    return text.decode() + "\n"
