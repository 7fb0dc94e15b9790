"""What the routes of tasks may ask for."""

from typing import Annotated

from backstay.data import Caller
from backstay.web import Allow, Work
from fastapi import Depends

from src.core.security import Role
from src.repositories.task_repository import TaskRepository
from src.repositories.user_repository import UserRepository
from src.services.task_service import TaskService

TaskReader = Annotated[Caller, Depends(Allow(Role.ADMIN, Role.MEMBER))]


async def task_service(caller: TaskReader, work: Work) -> TaskService:
    """The service, for a caller who may read tasks."""
    return TaskService(TaskRepository(work, caller), UserRepository(work, caller), caller)


Tasks = Annotated[TaskService, Depends(task_service)]
