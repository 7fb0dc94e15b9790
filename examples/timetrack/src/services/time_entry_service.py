"""What callers may do with time entries."""

from typing import Any
from uuid import UUID

from backstay.data import Caller, Match, Page, permitted, references_known

from src.core.exceptions import NotFound
from src.core.security import Role
from src.models.time_entry import TimeEntry
from src.repositories.task_repository import TaskRepository
from src.repositories.time_entry_repository import TimeEntryRepository
from src.repositories.user_repository import UserRepository
from src.schemas.time_entry import (
    TimeEntryCreate,
    TimeEntryQuery,
    TimeEntryReplace,
    TimeEntryUpdate,
)
from src.services.task_service import TaskNotFound
from src.services.time_entry_rules import judge

PROTECTED = {"user_id": {Role.ADMIN}}


class TimeEntryNotFound(NotFound):
    """There is no such time entry, or none that the caller may know of."""

    code, message = "time_entry_not_found", "There is no such time entry."


class TimeEntryService:
    """The rules of time entries; the unit of work around each request does the committing."""

    def __init__(
        self,
        time_entries: TimeEntryRepository,
        tasks: TaskRepository,
        users: UserRepository,
        caller: Caller,
    ) -> None:
        self.time_entries = time_entries
        self.tasks = tasks
        self.users = users
        self.caller = caller
        self.references = {"user_id": self.users}

    async def page(self, task_id: UUID, query: TimeEntryQuery) -> Page[TimeEntry]:
        """One page of the time entries that the caller may read.

        Args: task_id; query, what the client asked for.
        Returns: the page, and how many there are in all.
        Raises: TaskNotFound.
        """
        await self._below(task_id)
        return await self.time_entries.page_of(task_id, query)

    async def get(self, task_id: UUID, time_entry_id: UUID) -> TimeEntry:
        """One time entry.

        Args: task_id; time_entry_id.
        Returns: the time entry.
        Raises: TaskNotFound, TimeEntryNotFound.
        """
        await self._below(task_id)
        time_entry = await self.time_entries.find_in(task_id, time_entry_id)
        if time_entry is None:
            raise TimeEntryNotFound
        return time_entry

    async def create(self, task_id: UUID, data: TimeEntryCreate) -> TimeEntry:
        """A new time entry.

        Args: task_id; data, its fields.
        Returns: the time entry as it will be stored.
        Raises: ReadOnlyField, TaskNotFound, UnknownReference, RuleBroken, NotUnique.
        """
        values = permitted(data.model_given(), self.caller, PROTECTED)
        await self._below(task_id)
        await references_known(values, self.references)
        defaults: dict[str, Any] = {
            "user_id": self.caller.user_id,
            "start_time": self.time_entries.work.now,
        }
        time_entry = self.time_entries.add(defaults | values | {"task_id": task_id})
        return judge(time_entry)

    async def change(
        self,
        task_id: UUID,
        time_entry_id: UUID,
        match: Match,
        data: TimeEntryReplace | TimeEntryUpdate,
    ) -> TimeEntry:
        """Change a time entry; what is left out stays as it is.

        Args: task_id; time_entry_id; match, the version that is meant; data, the new values.
        Returns: the time entry as it will be stored.
        Raises: TaskNotFound, TimeEntryNotFound, PreconditionFailed, RuleBroken, NotUnique,
            EditedMeanwhile.
        """
        values = data.model_given()
        time_entry = await self.get(task_id, time_entry_id)
        match.check(time_entry)
        changed = self.time_entries.change(time_entry, values, match)
        return judge(changed)

    async def delete(self, task_id: UUID, time_entry_id: UUID, match: Match) -> None:
        """Delete a time entry.

        Args: task_id; time_entry_id; match, the version that is meant.
        Raises: TaskNotFound, TimeEntryNotFound, PreconditionFailed, EditedMeanwhile.
        """
        time_entry = await self.get(task_id, time_entry_id)
        match.check(time_entry)
        self.time_entries.remove(time_entry, match)

    async def _below(self, task_id: UUID) -> None:
        """Under a parent that the caller may not read there is nothing."""
        if not await self.tasks.sees(task_id):
            raise TaskNotFound
