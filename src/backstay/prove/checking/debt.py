"""Debt: what mending all findings would take, by what writing the code took (R-203, C-58)."""

from collections.abc import Iterable, Iterator

from backstay.prove.checking.lint import MINUTES
from backstay.prove.discover import all_rules
from backstay.prove.finding import Finding, Location, Severity

MOST = 0.05
ID = "FIT007"
FEWEST = 500  # lines; in less code one finding is a large share
PER_LINE = 6  # minutes: ten finished lines an hour, tests and review among them


def debt_ratio(findings: Iterable[Finding], lines: int) -> float:
    """Minutes to mend by minutes to write; 0 without code."""
    rules = all_rules()
    minutes = sum(rules[one.check].minutes if one.check in rules else MINUTES for one in findings)
    return minutes / (lines * PER_LINE) if lines else 0.0


def too_much(debt: float, lines: int) -> Iterator[Finding]:
    """The finding about a debt ratio beyond R-203; only contracts have promised it."""
    if debt > MOST and lines >= FEWEST:
        message = f"mending all findings takes {debt:.1%} of what writing the code took"
        hint = f"at most {MOST:.0%}: mend what costs most"
        yield Finding(ID, message, Location("."), hint, severity=Severity.MEDIUM)
