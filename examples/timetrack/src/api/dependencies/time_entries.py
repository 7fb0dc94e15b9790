"""What the routes of time entries may ask for."""

from typing import Annotated

from backstay.data import Caller
from backstay.web import Allow, Work
from fastapi import Depends

from src.core.security import Role
from src.repositories.task_repository import TaskRepository
from src.repositories.time_entry_repository import TimeEntryRepository
from src.repositories.user_repository import UserRepository
from src.services.time_entry_service import TimeEntryService

TimeEntryReader = Annotated[Caller, Depends(Allow(Role.ADMIN, Role.MEMBER))]


async def time_entry_service(caller: TimeEntryReader, work: Work) -> TimeEntryService:
    """The service, for a caller who may read time entries."""
    return TimeEntryService(
        TimeEntryRepository(work, caller),
        TaskRepository(work, caller),
        UserRepository(work, caller),
        caller,
    )


TimeEntries = Annotated[TimeEntryService, Depends(time_entry_service)]
