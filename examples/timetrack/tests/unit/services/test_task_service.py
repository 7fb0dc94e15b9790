"""TaskService by itself: rows in memory, no HTTP and no database."""

from typing import Any
from uuid import UUID

import pytest
from backstay.data import Match
from pydantic import ValidationError

from src.core.exceptions import PreconditionFailed
from src.core.security import Role
from src.models.task import Task
from src.models.user import User
from src.schemas.task import TaskCreate, TaskExpand, TaskQuery, TaskUpdate
from src.services.task_service import TaskNotFound, TaskService
from tests.factories.task import task_body
from tests.unit.memory import KNOWN, UNKNOWN, caller, memory


def service(role: Role = Role.ADMIN) -> TaskService:
    """The service for a role; its other repositories know one row each."""
    return TaskService(memory(Task), memory(User), caller(role))


def sent(**changes: Any) -> TaskCreate:
    """What a client sends, read."""
    body = task_body()
    return TaskCreate.model_validate(body | changes)


async def test_it_is_made_and_found() -> None:
    """What was made is found again."""
    tasks = service()
    task = await tasks.create(sent())

    assert await tasks.get(task.id, TaskExpand()) is task


def test_what_is_no_task_never_reaches_the_service() -> None:
    """The schema refuses it."""
    with pytest.raises(ValidationError):
        sent(no_such_field=1)


@pytest.mark.parametrize("row_id", [UNKNOWN])
async def test_what_is_missing_is_said(row_id: UUID) -> None:
    """Every way to one row ends the same."""
    tasks = service()
    with pytest.raises(TaskNotFound):
        await tasks.get(row_id, TaskExpand())
    with pytest.raises(TaskNotFound):
        await tasks.change(row_id, Match(None), TaskUpdate())
    with pytest.raises(TaskNotFound):
        await tasks.delete(row_id, Match(None))


async def test_they_are_listed() -> None:
    """A page holds what is there."""
    page = await service().page(TaskQuery())

    assert [row.id for row in page.items] == [KNOWN]


@pytest.mark.parametrize("name", ["owner"])
async def test_a_reference_comes_along(name: str) -> None:
    """That one, and no other."""
    tasks = service()
    tasks.tasks.add({"id": KNOWN, "owner_id": KNOWN})
    task = await tasks.get(KNOWN, TaskExpand(expand=name))
    attached = {"owner"} & vars(task).keys()

    assert attached == {name}
    assert getattr(task, name).id == KNOWN


async def test_it_is_changed() -> None:
    """What is named is changed, and the version is counted up."""
    tasks = service()
    task = await tasks.create(sent())
    data = TaskUpdate.model_validate({"title": "title two"})
    changed = await tasks.change(task.id, Match('"1"'), data)

    assert (changed.row_version, changed.title) == (2, data.title)


async def test_another_version_is_not_changed() -> None:
    """Somebody was faster."""
    tasks = service()
    task = await tasks.create(sent())
    with pytest.raises(PreconditionFailed):
        await tasks.change(task.id, Match('"7"'), TaskUpdate())


async def test_it_is_deleted() -> None:
    """And then it is gone."""
    tasks = service()
    task = await tasks.create(sent())
    await tasks.delete(task.id, Match('"1"'))
    with pytest.raises(TaskNotFound):
        await tasks.get(task.id, TaskExpand())
