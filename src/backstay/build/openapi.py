"""The OpenAPI documents of a project, told by the project itself (C-36, C-37, R-248)."""

import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec

from backstay.build.downgrade import downgraded
from backstay.build.teller import Teller

PATHS = ("docs/openapi.json", "docs/openapi-3.0.json")


def documents(teller: Teller, files: Mapping[str, bytes]) -> dict[str, str]:
    """OpenAPI 3.1 and 3.0.3 of a project, by their paths in it. Raises: DescribeError."""
    document = teller.tell(files)
    return {PATHS[0]: _text(document), PATHS[1]: _text(downgraded(document))}


def interpreter(root: Path) -> str:
    """The project's own interpreter where it has one, else the one that builds."""
    own = root / ".venv" / "bin" / "python"
    return str(own) if own.is_file() else sys.executable


def _text(document: object) -> str:
    text = msgspec.json.format(msgspec.json.encode(document, order="sorted"), indent=1)
    return text.decode() + "\n"
