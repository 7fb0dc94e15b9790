"""The rules of time entries, judged on the row as it would be stored."""

from src.core.exceptions import RuleBroken
from src.models.time_entry import TimeEntry


def judge(entry: TimeEntry) -> TimeEntry:
    """The time entry, when it keeps every rule.

    Args: entry, as it would be stored.
    Returns: the same.
    Raises: RuleBroken, naming each rule that it breaks.
    """
    broken = [name for name, holds in RULES.items() if not holds(entry)]
    if broken:
        raise RuleBroken(*broken)
    return entry


def ends_after_start(entry: TimeEntry) -> bool:
    """Whether `end_time is null or end_time > start_time` is not false."""
    return entry.end_time is None or entry.end_time > entry.start_time


RULES = {"ends_after_start": ends_after_start}
