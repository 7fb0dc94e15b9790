"""Every query on tasks."""

from backstay.data import CALLER, Listing, Page, SqlRepository
from sqlalchemy import bindparam, select, true

from src.core.security import Role
from src.models.task import Task
from src.schemas.task import TaskQuery

ALL = select(Task)
LISTING = Listing(
    filters={
        "status": Task.status == bindparam("status"),
        "owner_id": Task.owner_id == bindparam("owner_id"),
        "created_at_from": Task.created_at >= bindparam("created_at_from"),
        "created_at_to": Task.created_at < bindparam("created_at_to"),
    },
    search=(Task.title, Task.description),
    sort={"created_at": Task.created_at, "title": Task.title, "status": Task.status},
    default="-created_at,title,status",
)


class TaskRepository(SqlRepository[Task]):
    """Admins see every task, members those that they own."""

    model = Task
    visible = {
        Role.ADMIN: true(),
        Role.MEMBER: Task.owner_id == CALLER,
    }

    async def page_of(self, query: TaskQuery) -> Page[Task]:
        """One page of tasks.

        Args: query, what the client asked for.
        Returns: the page, and how many there are in all.
        """
        return await self.page(ALL, LISTING, query)
