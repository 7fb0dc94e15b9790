"""Verdict: whether an index serves a plan."""

from collections.abc import Iterable, Mapping

from backstay.prove.subject.database import Step

LARGE = 1_000
"""Rows from which on reading all of a table is a fault; smaller ones are read whole by right."""


def unserved(steps: Iterable[Step], rows: Mapping[str, int]) -> str:
    """Why no index serves a plan; empty where one does.

    Counting may read everything that it counts. A sort is fine over what a search has found.

    Args: steps, of one plan; rows, by table, as far as they were seeded.
    """
    seen = [step for step in steps if not step.counting]
    large = [step for step in seen if rows.get(step.table, 0) >= LARGE]
    for step in large:
        if step.kind == "scan":
            return f"it reads all of {step.table} ({step.text})"
    sorts = [step for step in seen if step.kind == "sort"]
    walks = [step for step in large if step.kind == "walk"]
    if sorts and walks:
        return f"it sorts all of {walks[0].table} ({walks[0].text}; {sorts[0].text})"
    return ""
