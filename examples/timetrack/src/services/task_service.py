"""What callers may do with tasks."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from backstay.data import Caller, Match, Page, permitted, references_known

from src.core.exceptions import NotFound
from src.core.security import Role
from src.models.task import Task
from src.repositories.task_repository import TaskRepository
from src.repositories.user_repository import UserRepository
from src.schemas.task import TaskCreate, TaskExpand, TaskQuery, TaskReplace, TaskUpdate
from src.services.task_flow import start, step

PROTECTED = {"owner_id": {Role.ADMIN}}


class TaskNotFound(NotFound):
    """There is no such task, or none that the caller may know of."""

    code, message = "task_not_found", "There is no such task."


class TaskService:
    """The rules of tasks; the unit of work around each request does the committing."""

    def __init__(self, tasks: TaskRepository, users: UserRepository, caller: Caller) -> None:
        self.tasks = tasks
        self.users = users
        self.caller = caller
        self.references = {"owner_id": self.users}

    async def page(self, query: TaskQuery) -> Page[Task]:
        """One page of the tasks that the caller may read.

        Args: query, what the client asked for.
        Returns: the page, and how many there are in all.
        """
        page = await self.tasks.page_of(query)
        await self._expand(page.items, query.expand)
        return page

    async def get(self, task_id: UUID, query: TaskExpand) -> Task:
        """One task.

        Args: task_id; query, which references to add.
        Returns: the task.
        Raises: TaskNotFound.
        """
        task = await self.readable(task_id)
        await self._expand([task], query.expand)
        return task

    async def readable(self, task_id: UUID) -> Task:
        """One task as it is stored.

        Args: task_id.
        Returns: the task.
        Raises: TaskNotFound.
        """
        task = await self.tasks.find(task_id)
        if task is None:
            raise TaskNotFound
        return task

    async def create(self, data: TaskCreate) -> Task:
        """A new task.

        Args: data, its fields.
        Returns: the task as it will be stored.
        Raises: ReadOnlyField, FlowRefused, UnknownReference.
        """
        values = permitted(data.model_given(), self.caller, PROTECTED)
        start(values)
        await references_known(values, self.references)
        defaults: dict[str, Any] = {"owner_id": self.caller.user_id}
        return self.tasks.add(defaults | values)

    async def change(self, task_id: UUID, match: Match, data: TaskReplace | TaskUpdate) -> Task:
        """Change a task; what is left out stays as it is.

        Args: task_id; match, the version that is meant; data, the new values.
        Returns: the task as it will be stored.
        Raises: ReadOnlyField, TaskNotFound, PreconditionRequired, PreconditionFailed, FlowRefused,
            UnknownReference.
        """
        values = permitted(data.model_given(), self.caller, PROTECTED)
        task = await self.readable(task_id)
        match.check(task)
        step(task, values)
        await references_known(values, self.references)
        return self.tasks.change(task, values, match)

    async def delete(self, task_id: UUID, match: Match) -> None:
        """Delete a task; it is gone for everybody.

        Args: task_id; match, the version that is meant.
        Raises: TaskNotFound, PreconditionRequired, PreconditionFailed.
        """
        task = await self.readable(task_id)
        match.check(task)
        self.tasks.remove(task, match)

    async def _expand(self, rows: Sequence[Task], names: str) -> None:
        if "owner" in names.split(","):
            await self.users.attach(rows, "owner")
