"""Every query on time entries."""

from uuid import UUID

from backstay.data import CALLER, Listing, Page, SqlRepository
from sqlalchemy import bindparam, select, true

from src.core.security import Role
from src.models.time_entry import TimeEntry
from src.schemas.time_entry import TimeEntryQuery

OF_TASK = select(TimeEntry).where(TimeEntry.task_id == bindparam("task_id"))
ONE_OF_TASK = OF_TASK.where(TimeEntry.id == bindparam("time_entry_id"))
LISTING = Listing(
    filters={
        "user_id": TimeEntry.user_id == bindparam("user_id"),
        "start_time_from": TimeEntry.start_time >= bindparam("start_time_from"),
        "start_time_to": TimeEntry.start_time < bindparam("start_time_to"),
    },
    sort={"start_time": TimeEntry.start_time},
    default="-start_time",
)


class TimeEntryRepository(SqlRepository[TimeEntry]):
    """Admins see every time entry, members their own; always below a task that they may read."""

    model = TimeEntry
    visible = {
        Role.ADMIN: true(),
        Role.MEMBER: TimeEntry.user_id == CALLER,
    }

    async def find_in(self, task_id: UUID, time_entry_id: UUID) -> TimeEntry | None:
        """One time entry of a task.

        Args: task_id, a task that the caller may read; time_entry_id.
        Returns: the time entry; None when there is none that the caller may read.
        """
        return await self.first(ONE_OF_TASK, task_id=task_id, time_entry_id=time_entry_id)

    async def page_of(self, task_id: UUID, query: TimeEntryQuery) -> Page[TimeEntry]:
        """One page of the time entries of a task.

        Args: task_id, a task that the caller may read; query, what the client asked for.
        Returns: the page, and how many there are in all.
        """
        return await self.page(OF_TASK, LISTING, query, task_id=task_id)
