"""The OpenAPI documents of a project, told by the project itself (C-36, C-37, R-248)."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from backstay.build.downgrade import downgraded

SECONDS = 60
PATHS = ("docs/openapi.json", "docs/openapi-3.0.json")
_TELL = (
    "import json, sys; from {package}.main import create_app; "
    "json.dump(create_app().openapi(), sys.stdout)"
)
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
        _lay_out(Path(folder), files)
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


def _lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _text(document: object) -> str:
    return json.dumps(document, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
