"""A project with one definition, a home of its own, and the command to run."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from backstay.cli.main import app

GOOD = """\
---
name: lamp
description: Keeps {{src_dirs}}.
triggers: [lamp]
---
Run {{test_command}}.
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nobody's own agents take part."""
    place = tmp_path / "home"
    (place / ".claude/agents").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(place))
    return place


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / ".claude/agents").mkdir(parents=True)
    (root / ".claude/agents/lamp.md").write_text(GOOD)
    (root / "main.py").write_text("import flask\n")
    return root


@pytest.fixture
def run() -> Callable[..., Result]:
    """Runs `backstay agents` with the arguments."""
    return lambda *args: CliRunner().invoke(app, ["agents", *map(str, args)])
