"""Projects for the tests of rules: small trees, written into a folder that vanishes."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest


@pytest.fixture
def plant(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Writes files by relative path into one folder, and gives that folder."""

    def write(files: Mapping[str, str]) -> Path:
        root = tmp_path / "project"
        for path, text in {"pyproject.toml": "", **files}.items():
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8", newline="")
        return root

    return write
