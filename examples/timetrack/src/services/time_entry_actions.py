"""What can happen to a time entry, by name."""

from typing import Any
from uuid import UUID

from src.core.exceptions import ActionRefused
from src.models.time_entry import TimeEntry
from src.services.time_entry_rules import judge
from src.services.time_entry_service import TimeEntryService


class TimeEntryActions:
    """The actions of time entries; flow and rules hold for them too."""

    def __init__(self, service: TimeEntryService) -> None:
        self.service = service

    async def stop(self, task_id: UUID, time_entry_id: UUID) -> TimeEntry:
        """Set end_time = now when end_time is null.

        Args: task_id; time_entry_id.
        Returns: the time entry as it will be stored.
        Raises: TaskNotFound, TimeEntryNotFound, ActionRefused, RuleBroken, EditedMeanwhile.
        """
        time_entry = await self.service.get(task_id, time_entry_id)
        now = self.service.time_entries.work.now
        if not can_stop(time_entry):
            raise ActionRefused
        values: dict[str, Any] = {"end_time": now}
        changed = self.service.time_entries.change(time_entry, values)
        return judge(changed)


def can_stop(time_entry: TimeEntry) -> bool:
    """Whether `end_time is null` is true."""
    return time_entry.end_time is None
