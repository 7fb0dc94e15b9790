"""Foreign projects for the tests: small trees, written into a folder that vanishes."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest


@pytest.fixture
def plant(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Writes files by relative path into an empty folder, and gives that folder."""

    def write(files: Mapping[str, str]) -> Path:
        root = tmp_path / "project"
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir()
        for path, text in files.items():
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8", newline="")
        return root

    return write
