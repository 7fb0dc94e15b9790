"""TimeEntryService by itself: rows in memory, no HTTP and no database."""

from typing import Any
from uuid import UUID

import pytest
from backstay.data import Match
from pydantic import ValidationError

from src.core.security import Role
from src.models.task import Task
from src.models.time_entry import TimeEntry
from src.models.user import User
from src.schemas.time_entry import TimeEntryCreate, TimeEntryQuery, TimeEntryUpdate
from src.services.task_service import TaskNotFound
from src.services.time_entry_service import TimeEntryNotFound, TimeEntryService
from tests.factories.time_entry import time_entry_body
from tests.unit.memory import KNOWN, UNKNOWN, caller, memory


def service(role: Role = Role.ADMIN) -> TimeEntryService:
    """The service for a role; its other repositories know one row each."""
    return TimeEntryService(memory(TimeEntry), memory(Task), memory(User), caller(role))


def sent(**changes: Any) -> TimeEntryCreate:
    """What a client sends, read."""
    body = time_entry_body()
    return TimeEntryCreate.model_validate(body | changes)


async def test_it_is_made_and_found() -> None:
    """What was made is found again."""
    time_entries = service()
    time_entry = await time_entries.create(KNOWN, sent())

    assert await time_entries.get(KNOWN, time_entry.id) is time_entry


async def test_nothing_is_made_below_nothing() -> None:
    """Its parent must be there."""
    with pytest.raises(TaskNotFound):
        await service().create(UNKNOWN, sent())


def test_what_is_no_time_entry_never_reaches_the_service() -> None:
    """The schema refuses it."""
    with pytest.raises(ValidationError):
        sent(no_such_field=1)


@pytest.mark.parametrize("row_id", [UNKNOWN])
async def test_what_is_missing_is_said(row_id: UUID) -> None:
    """Every way to one row ends the same."""
    time_entries = service()
    with pytest.raises(TimeEntryNotFound):
        await time_entries.get(KNOWN, row_id)
    with pytest.raises(TimeEntryNotFound):
        await time_entries.change(KNOWN, row_id, Match(None), TimeEntryUpdate())
    with pytest.raises(TimeEntryNotFound):
        await time_entries.delete(KNOWN, row_id, Match(None))


async def test_they_are_listed() -> None:
    """A page holds what is there."""
    page = await service().page(KNOWN, TimeEntryQuery())

    assert [row.id for row in page.items] == [KNOWN]


async def test_it_is_deleted() -> None:
    """And then it is gone."""
    time_entries = service()
    time_entry = await time_entries.create(KNOWN, sent())
    await time_entries.delete(KNOWN, time_entry.id, Match('"1"'))
    with pytest.raises(TimeEntryNotFound):
        await time_entries.get(KNOWN, time_entry.id)
