"""A built project, and gates that answer what a test wants."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backstay.agent.work.ports import Checked, Proven
from backstay.agent.work.request import Request
from backstay.blueprint import parse
from backstay.build.project import prepare

CONTRACT = b"""\
backstay: 1
service: shelf
resources:
  Book:
    fields:
      title: text 1..200
      owner: User = caller
"""
PROVEN = Proven(operations=11, p95_ms=8.2, coverage=97.0, environment="test")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built once; each test works on a copy."""
    root = tmp_path_factory.mktemp("built") / "shelf"
    build = prepare(root, parse(CONTRACT, "backstay.yaml"))
    build.put("backstay.yaml", CONTRACT)
    root.mkdir()
    build.apply()
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "shelf"))


@pytest.fixture
def ask(project: Path) -> Callable[..., Request]:
    """A request whose gates pass; the project's own tests are left out unless asked for."""

    def asked(text: str, **more) -> Request:
        given: dict[str, Any] = {
            "check": lambda root, paths: Checked(ran=True),
            "prove": lambda root: PROVEN,
            "tests": False,
        }
        return Request(text, project, **(given | more))

    return asked
