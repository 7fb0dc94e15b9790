"""The lists of the sources, judged for a delivery: each item by the rows that decide it."""

from functools import cache
from importlib.resources import files

from backstay.agent.returns.measured import Measured
from backstay.prove.standard.coverage import Covered, coverage

RUNS = frozenset(("probe", "test", "built", "example", "code"))
"""Holders that source alone does not decide: they stand or fall with the proof."""


@cache
def items() -> dict[str, dict[str, tuple[str, ...]]]:
    """The items of each list, with their rows."""
    text = files("backstay.agent.work").joinpath("lists.txt").read_text("utf-8")
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in text.split("\n"):
        if line and not line.startswith("#"):
            name, item, rows = (part.strip() for part in line.split("|"))
            found.setdefault(name, {})[item] = tuple(rows.split())
    return found


def lists(measured: Measured) -> dict[str, dict[str, str]]:
    """Every list with its items: passed, failed with what, or unproven with why (R-232 to R-244).

    A deviation is a finding, whose minutes are part of the debt ratio.
    """
    rows = {one.row.id: one for one in coverage()}
    return {
        name: {
            item: _of_all([rows[row] for row in wanted], measured) for item, wanted in one.items()
        }
        for name, one in items().items()
    }


def _of_all(rows: list[Covered], measured: Measured) -> str:
    """The worst of some rows: failed before unproven before passed."""
    said = [_of_one(one, measured) for one in rows]
    for word in ("failed", "unproven"):
        found = [one for one in said if one.startswith(word)]
        if found:
            return found[0]
    return "passed"


def _of_one(one: Covered, measured: Measured) -> str:
    kinds = {holder.kind for holder in one.holders}
    rules = {holder.what for holder in one.holders if holder.kind == "rule"}
    runs = bool(kinds & RUNS)
    broken = sorted(rules.intersection(measured.rules))
    left = [holder.what for holder in one.holders if holder.kind == "open"]
    lacking = measured.operations is None or bool(measured.unproven)
    verdicts = (
        (bool(broken), f"failed: {', '.join(broken)}"),
        (
            runs and bool(measured.broken),
            f"failed: {len(measured.broken)} lines of the contract do not hold",
        ),
        (bool(left), f"unproven: {one.row.id} is open, issue {', '.join(left)}"),
        (bool(rules) and measured.findings is None, "unproven: `backstay check` did not run"),
        (runs and lacking, "unproven: the proof is not whole"),
    )
    return next((said for holds, said in verdicts if holds), "passed")
