"""The rules of time entries, judged on the row as it would be stored."""

from src.core.exceptions import RuleBroken
from src.models.time_entry import TimeEntry


def judge(time_entry: TimeEntry) -> TimeEntry:
    """The time entry, when it keeps every rule.

    Args: time_entry, as it would be stored.
    Returns: the same.
    Raises: RuleBroken, naming each rule that it breaks.
    """
    broken = [name for name, holds in RULES.items() if not holds(time_entry)]
    if broken:
        raise RuleBroken(*broken)
    return time_entry


def ends_after_start(time_entry: TimeEntry) -> bool:
    """Whether `end_time is null or end_time > start_time` is not false."""
    return time_entry.end_time is None or time_entry.end_time > time_entry.start_time


RULES = {"ends_after_start": ends_after_start}
