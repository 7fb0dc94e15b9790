"""The five source documents, where they are; a built project, and gates that always pass."""

import os
import shutil
from pathlib import Path

import pytest

from backstay.agent.documents.building import prepared
from backstay.agent.work.measure import Gates
from backstay.agent.work.ports import Checked, Proven
from backstay.agent.work.testing import Ran
from backstay.blueprint import parse

HERE = Path(__file__).parent
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


@pytest.fixture
def sources() -> list[Path]:
    """The five source documents; the test is skipped where they are not."""
    beside = (parent / "shared" / "source" for parent in HERE.parents)
    near = next((one for one in beside if one.is_dir()), HERE.parents[2] / "shared" / "source")
    folder = Path(os.environ.get("BACKSTAY_SOURCES", near))
    found = sorted(folder.glob("0*.txt"))
    if len(found) != 5:
        pytest.skip(f"the five source documents are not in {folder.name}; set BACKSTAY_SOURCES")
    return found


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built once; each test works on a copy."""
    root = tmp_path_factory.mktemp("built") / "shelf"
    build = prepared(root, parse(CONTRACT, "backstay.yaml"), CONTRACT)
    root.mkdir()
    build.apply()
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A project of its own for a test."""
    return Path(shutil.copytree(built, tmp_path / "shelf"))


@pytest.fixture
def gates() -> Gates:
    """Check finds nothing, proof is whole, tests are left out."""
    return Gates(
        lambda root, paths: Checked(ran=True),
        lambda root: PROVEN,
        lambda root: Ran(passed=7, failed=0),
    )
