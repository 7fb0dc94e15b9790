"""A project's own tests, run in its folder; and programs that run there."""

import sys
from pathlib import Path
from typing import Any

import pytest

from backstay.prove.project.command import run
from backstay.prove.project.own_tests import NoTestsError, run_tests
from backstay.prove.subject.project import Project

CODE = "def sign(number):\n    if number < 0:\n        return -1\n    return 1\n"
TESTS = """
import os, pytest
from src.code import sign
def test_positive(): assert sign(1) == 1
def test_environment(): assert os.environ["TEST_DATABASE_URL"] == "x"
def test_wrong(): assert sign(1) == 2
@pytest.mark.skip
def test_skipped(): pass
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "src").mkdir()
    (tmp_path / "tests").mkdir()
    (tmp_path / "src" / "__init__.py").write_text("")
    (tmp_path / "src" / "code.py").write_text(CODE)
    (tmp_path / "tests" / "test_code.py").write_text(TESTS)
    settings = (
        "[tool.coverage.run]\nsource = ['src']\n[tool.pytest.ini_options]\npythonpath = '.'\n"
    )
    (tmp_path / "pyproject.toml").write_text(settings)
    nothing: Any = None
    return Project(tmp_path, nothing, sys.executable)


async def test_counts_and_the_lower_coverage(project):
    seen = await run_tests(project, {"TEST_DATABASE_URL": "x"})
    assert (seen.tests, seen.failed, seen.skipped) == (4, 1, 1)
    assert (seen.lines, seen.branches) == (75.0, 50.0)
    assert seen.coverage == 50.0
    assert "1 failed" in seen.output
    left = {path.name for path in project.root.iterdir()}
    assert left - {"src", "tests", "pyproject.toml"} == set()


async def test_tests_that_cannot_be_run_are_told(project):
    (project.root / "pyproject.toml").write_text(
        "[tool.pytest.ini_options]\naddopts = '--nonsense'\n"
    )
    with pytest.raises(NoTestsError, match="nonsense"):
        await run_tests(project, {})


async def test_a_program_runs_in_the_projects_folder(project):
    done = await run(
        project, "-c", "import os; print(os.getcwd(), os.environ['A'])", environment={"A": "b"}
    )
    assert (done.code, done.output.split()) == (0, [str(project.root), "b"])
    assert (await run(project, "-c", "print(1); print(2); exit(3)")).last_lines(1) == "2"


async def test_one_that_takes_too_long_is_stopped(project):
    done = await run(project, "-c", "import time; time.sleep(30)", seconds=0.3)
    assert done.code == -1
    assert "stopped after" in done.output
