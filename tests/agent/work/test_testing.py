"""The tests of a project are run, counted, and their coverage is the lower of line and branch."""

import shutil

import pytest

from backstay.agent.work import testing
from backstay.agent.work.testing import run_tests

CODE = "def f(x):\n    if x:\n        return 1\n    return 2\n"
TEST = "from f import f\ndef test_a():\n    assert f(1) == 1\n"


@pytest.fixture
def small(tmp_path):
    (tmp_path / "f.py").write_text(CODE)
    (tmp_path / "test_f.py").write_text(TEST)
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --cov=f\n")
    (tmp_path / ".coveragerc").write_text("[run]\nbranch = true\nsource = f\n")
    return tmp_path


def test_passes_failures_and_coverage_are_counted(small) -> None:
    (small / "test_g.py").write_text("def test_b():\n    assert False\n")

    tested = run_tests(small)

    assert (tested.passed, tested.failed) == (1, 1)
    assert tested.coverage == 50.0  # one of two branches, three of four lines


def test_tests_that_cannot_run_say_why(small) -> None:
    shutil.rmtree(small / "nowhere", ignore_errors=True)
    (small / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")

    tested = run_tests(small)

    assert tested.passed is None
    assert "did not run" in tested.why


def test_tests_without_end_are_ended(small, monkeypatch) -> None:
    monkeypatch.setattr(testing, "SECONDS", 0.01)

    assert "longer than" in run_tests(small).why
