"""A project that the hook works in."""

from pathlib import Path

import pytest


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A FastAPI project with no code yet."""
    (tmp_path / "pyproject.toml").write_text("[project]\nname='x'\ndependencies=['fastapi']\n")
    (tmp_path / "src").mkdir()
    return tmp_path
