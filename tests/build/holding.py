"""Holding a built project to the standard that its own Makefile and CI ask for."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

MOST_LINES = 150


def tool(root: Path, *arguments: str, **environment: str) -> None:
    """Run a tool in the project's folder; its output is the message of a failure."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=root,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(arguments)}\n{(done.stdout + done.stderr)[-6000:]}"


def is_clean(root: Path) -> None:
    """Formatted, without a finding of ruff, no file too long; the project's own settings."""
    tool(root, "ruff", "format", "--check", "--no-cache", ".")
    tool(root, "ruff", "check", "--no-cache", ".")
    assert too_long(root) == {}


def is_typed(root: Path) -> None:
    """Strict for mypy, tests and all."""
    tool(root, "mypy", "--no-incremental", ".")


def too_long(root: Path) -> dict[str, int]:
    """Python files over the limit; migrations may be longer (C-26)."""
    found = {}
    for path in root.rglob("*.py"):
        name = path.relative_to(root).as_posix()
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > MOST_LINES and not name.startswith("config/alembic/versions/"):
            found[name] = lines
    return found


def coverage_of_own_tests(root: Path, database_url: str = "") -> float:
    """Run the project's own tests; the lower of line and branch coverage, in percent."""
    options = ["-q", "-p", "no:cacheprovider", "--cov", "--cov-report=json:coverage.json"]
    tool(root, "pytest", *options, TEST_DATABASE_URL=database_url)
    totals: dict[str, Any] = json.loads((root / "coverage.json").read_text())["totals"]
    lines: float = totals["covered_lines"] / totals["num_statements"]
    branches: float = totals["covered_branches"] / totals["num_branches"]
    return 100 * min(lines, branches)
