"""Debt: minutes to mend by minutes to write; more than five percent is a finding (R-203, C-58)."""

import pytest

from backstay.prove.checking.debt import FEWEST, MOST, PER_LINE, debt_ratio, too_much
from backstay.prove.checking.lint import MINUTES
from backstay.prove.checking.run import check
from backstay.prove.discover import all_rules
from backstay.prove.finding import Finding, Location


def found(code: str) -> Finding:
    return Finding(code, "x", Location("a.py"))


def test_every_rule_publishes_its_minutes():
    assert all(rule.minutes > 0 for rule in all_rules().values())


def test_the_ratio_is_minutes_by_minutes():
    minutes = all_rules()["DAT005"].minutes

    assert debt_ratio([found("DAT005"), found("S301")], 100) == pytest.approx(
        (minutes + MINUTES) / (100 * PER_LINE)
    )
    assert debt_ratio([], 100) == debt_ratio([found("DAT005")], 0) == 0.0


@pytest.mark.parametrize(
    ("debt", "lines", "told"),
    [(0.051, FEWEST, 1), (0.05, FEWEST, 0), (0.9, FEWEST - 1, 0), (0.0, 10_000, 0)],
)
def test_more_than_five_percent_is_a_finding(debt: float, lines: int, told: int):
    """At most 5 %; in a few lines one finding is a large share."""
    seen = list(too_much(debt, lines))

    assert MOST == 0.05
    assert [one.check for one in seen] == ["FIT007"] * told


def test_the_debt_of_a_contracts_project_fails_its_check(plant):
    lines = "\n".join(f"A{number} = {number}" for number in range(FEWEST))
    swallowed = "try:\n    pass\nexcept Exception:\n    pass\n" * 30
    files = {"src/services/a.py": f"{lines}\n", "src/services/b.py": swallowed}

    theirs = check(plant(files), cached=False)
    seen = check(plant({"backstay.yaml": "backstay: 1\n", **files}), cached=False)

    assert seen.debt > MOST
    assert "FIT007" in [one.check for one in seen.findings]
    assert "FIT007" not in [one.check for one in theirs.findings]
