"""Runs the tests of a project and reads what they and coverage have written."""

import json
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from junitparser import JUnitXml

from backstay.build.openapi import interpreter

SECONDS = 900


@dataclass(frozen=True, slots=True)
class Ran:
    """How the tests ended; coverage is the lower of line and branch in percent."""

    passed: int | None = None
    failed: int | None = None
    coverage: float | None = None
    why: str = ""


def run_tests(root: Path, paths: tuple[str, ...] = ()) -> Ran:
    """The project's tests under pytest, with coverage where the project has a plugin for it."""
    with TemporaryDirectory(prefix="backstay-") as folder:
        junit, cover = Path(folder, "junit.xml"), Path(folder, "coverage.json")
        python = interpreter(root.resolve())
        command = [python, "-m", "pytest", "-q", f"--junitxml={junit}", "-p", "no:cacheprovider"]
        covering = ["--cov", "--cov-branch", f"--cov-report=json:{cover}", "--cov-fail-under=0"]
        done = _run(root, [*command, *covering, *paths])
        if done is not None and "unrecognized arguments: --cov" in done.stderr:
            done = _run(root, [*command, *paths])
        if done is None:
            return Ran(why=f"the tests took longer than {SECONDS} s; they were ended")
        if not junit.is_file():
            said = (done.stderr or done.stdout).strip().splitlines() or ["no message"]
            return Ran(why=f"{shlex.join(command[:3])} did not run: {said[-1][:200]}")
        passed, failed = _counts(junit)
        return Ran(passed, failed, _coverage(cover))


def _run(root: Path, command: list[str]) -> subprocess.CompletedProcess[str] | None:
    try:
        return subprocess.run(  # noqa: S603 the project's own interpreter, no shell
            command, cwd=root, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return None


def _counts(junit: Path) -> tuple[int, int]:
    """Passed and failed tests of a report that the run has just written."""
    report = JUnitXml.fromfile(str(junit))
    report.update_statistics()  # type: ignore[no-untyped-call]  # of the library
    failed = report.failures + report.errors
    return report.tests - failed - report.skipped, failed


def _coverage(place: Path) -> float | None:
    """The lower of line and branch; None where coverage was not measured."""
    if not place.is_file():
        return None
    totals = json.loads(place.read_text(encoding="utf-8"))["totals"]
    shares = [
        100 * totals[covered] / totals[all_of]
        for covered, all_of in (
            ("covered_lines", "num_statements"),
            ("covered_branches", "num_branches"),
        )
        if totals.get(all_of)
    ]
    return round(min(shares), 2) if shares else None
