"""A project made of the given files."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Make = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(files: Mapping[str, str]) -> Path:
        for path, text in files.items():
            place = tmp_path / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text)
        return tmp_path

    return made
