"""Tests: runs a project's own tests, and measures which of its lines and branches they reach."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree as ET

from backstay.prove.project.command import run
from backstay.prove.subject.project import Project


class NoTestsError(Exception):
    """The tests could not be run, or told nothing; the message holds what was printed."""


@dataclass(frozen=True, slots=True)
class Tested:
    """What came of a project's tests; coverage in percent."""

    tests: int
    failed: int
    skipped: int
    lines: float
    branches: float
    output: str

    @property
    def coverage(self) -> float:
        """The lower of the two: it is no use to reach a line from one side only."""
        return min(self.lines, self.branches)


async def run_tests(project: Project, environment: Mapping[str, str]) -> Tested:
    """Run the tests in the project's own folder; nothing is left there.

    Args: project; environment, on top of a plain one, such as TEST_DATABASE_URL.
    Raises: NoTestsError.
    """
    with TemporaryDirectory(prefix="backstay-tests-") as name:
        folder = Path(name)
        done = await run(
            project,
            *("-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={folder / 'tests.xml'}"),
            *("--cov", "--cov-branch", f"--cov-report=json:{folder / 'coverage.json'}"),
            environment={"COVERAGE_FILE": str(folder / "data"), **environment},
        )
        try:
            counts = ET.parse(folder / "tests.xml").getroot()  # noqa: S314 pytest wrote it
            totals = json.loads((folder / "coverage.json").read_bytes())["totals"]
        except (OSError, ET.ParseError, ValueError, KeyError) as error:
            raise NoTestsError(f"the tests told nothing: {done.last_lines()}") from error
    return _tested(counts, totals, done.last_lines())


def _tested(root: ET.Element, totals: Mapping[str, Any], output: str) -> Tested:
    suites = list(root.iter("testsuite"))

    def count(word: str) -> int:
        return sum(int(suite.get(word, "0")) for suite in suites)

    return Tested(
        tests=count("tests"),
        failed=count("failures") + count("errors"),
        skipped=count("skipped"),
        lines=_share(totals["covered_lines"], totals["num_statements"]),
        branches=_share(totals["covered_branches"], totals["num_branches"]),
        output=output,
    )


def _share(covered: int, all_there_are: int) -> float:
    return 100 * covered / all_there_are if all_there_are else 0.0
