"""A place in which no settings are found but those of the test."""

from pathlib import Path

import pytest

from backstay.settings import ServiceSettings


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, and an environment with nothing of ours."""
    monkeypatch.chdir(tmp_path)
    for name in ServiceSettings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return tmp_path
