"""What is built keeps every rule of `backstay check`, as strictly as it was promised."""

from pathlib import Path

import pytest

from backstay.prove.checking.run import check

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def report():
    return check(EXAMPLES / "timetrack", cached=False)


def test_the_example_keeps_every_rule(report):
    """Nothing is found, nothing is waived, and nothing could not be read (R-198: nothing twice)."""
    assert [f"{one.where}: {one.check} {one.message}" for one in report.findings] == []
    assert [one.finding.check for one in report.waived] == []
    assert report.unproven == ()
    assert report.files > 90


def test_the_debt_of_the_example_is_none(report):
    assert report.debt == 0
