"""A built example for tests that need a server process."""

import subprocess
import sys
from pathlib import Path

import pytest

from backstay.prove.subject.project import Project, project_at

EXAMPLE = Path(__file__).parents[3] / "examples" / "timetrack.yaml"


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """timetrack, built once."""
    folder = tmp_path_factory.mktemp("real") / "timetrack"
    backstay = Path(sys.executable).parent / "backstay"
    command = [str(backstay), "new", str(folder), "--contract", str(EXAMPLE)]
    subprocess.run(command, check=True, capture_output=True)
    return project_at(folder)
