"""Code: the files of a project that decide what a proof sees, and the digest that names them."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

FILES = (
    *("backstay.yaml", "main.py", "pyproject.toml", "requirements.txt", "requirements-dev.txt"),
    *("vendor/requirements.txt", "alembic.ini", "Dockerfile", "docker-compose.yml"),
    *(".env.example", "config/settings.yaml", "config/logging.yaml"),
)
FOLDERS = ("config/alembic/", "tests/")


def is_code(path: str, package: str) -> bool:
    """Whether a file decides what the service does: documents and records do not.

    Args: path, from the project's folder, with forward slashes; package, the project's.
    """
    return path in FILES or (path.endswith(".py") and path.startswith((f"{package}/", *FOLDERS)))


def code_of(root: Path, package: str) -> dict[str, bytes]:
    """The code of the project in a folder, by path."""
    names = {name for name in FILES if (root / name).is_file()}
    for folder in (package, *FOLDERS):
        found = (root / folder).rglob("*.py")
        names |= {path.relative_to(root).as_posix() for path in found}
    return {name: (root / name).read_bytes() for name in sorted(names)}


def code_digest(files: Mapping[str, bytes]) -> str:
    """The digest of files by path: sixteen hexadecimal digits, the same for the same bytes."""
    listed = [[path, sha256(content).hexdigest()] for path, content in sorted(files.items())]
    return sha256(json.dumps(listed).encode()).hexdigest()[:16]
