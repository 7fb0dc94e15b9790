"""Debt: what mending all findings would take, by what writing the code took (R-203, C-58)."""

from collections.abc import Iterable

from backstay.prove.checking.lint import MINUTES
from backstay.prove.discover import all_rules
from backstay.prove.finding import Finding

MOST = 0.05
PER_LINE = 6  # minutes: ten finished lines an hour, tests and review among them


def debt_ratio(findings: Iterable[Finding], lines: int) -> float:
    """Minutes to mend by minutes to write; 0 without code."""
    rules = all_rules()
    minutes = sum(rules[one.check].minutes if one.check in rules else MINUTES for one in findings)
    return minutes / (lines * PER_LINE) if lines else 0.0
