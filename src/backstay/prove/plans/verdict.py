"""Verdict: whether an index serves a plan."""

from collections.abc import Iterable, Mapping

from backstay.prove.subject.database import Step

LARGE = 1_000
"""Rows from which on reading all of a table is a fault; smaller ones are read whole by right."""
PAGE, HEADER = 8192, 28
"""Bytes of a page of a table, and what a row needs there beside its values."""


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


def widespread(steps: Iterable[Step], table: str, rows: int) -> bool:
    """Whether so many rows of a table are wanted that nearly every page of it holds one.

    To read all of it is right then, whatever index there is.

    Args: steps, of one plan; table, the one that is asked for; rows, that it has.
    """
    return any(
        step.found * PAGE >= rows * (step.width + HEADER)
        for step in steps
        if (step.kind, step.table, step.counting) == ("scan", table, False) and step.found < rows
    )
