"""`make probe`, on the smaller example and SQLite: every answer exact, none 5xx."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.real
ROOT = Path(__file__).parents[4]


def test_every_answer_of_timetrack_is_exact():
    command = [sys.executable, "-m", "bench.probe", "--contracts", "timetrack"]
    ran = subprocess.run(
        [*command, "--databases", "sqlite"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    found = re.search(r"together: (\d+) cases, (\d+) exact \(100.00%\), 0 5xx", ran.stdout)
    assert found is not None, ran.stdout
    assert int(found[1]) == int(found[2]) > 1500
