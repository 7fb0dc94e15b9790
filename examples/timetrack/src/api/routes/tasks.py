"""/tasks: HTTP in, HTTP out; the rules are in TaskService."""

from typing import Annotated
from uuid import UUID

from backstay.data import Page
from backstay.web import DataOf, IfMatch, OperationRoute, PageOf, errors
from fastapi import APIRouter, Path, Query, status

from src.api.dependencies.tasks import Tasks
from src.core import exceptions
from src.core.exceptions import FlowRefused, ReadOnlyField, UnknownReference
from src.models.task import Task
from src.schemas.task import TaskCreate, TaskExpand, TaskQuery, TaskReplace, TaskUpdate
from src.schemas.task_expanded import TaskExpanded
from src.services.task_service import TaskNotFound

router = APIRouter(
    prefix="/tasks",
    tags=["tasks"],
    route_class=OperationRoute,
    responses=errors(*exceptions.OPEN, *exceptions.SIGNED_IN),
)

TaskId = Annotated[UUID, Path(description="The task's id.")]
CREATION = errors(*exceptions.BODY, ReadOnlyField, FlowRefused, UnknownReference)
CHANGE = errors(TaskNotFound, *exceptions.BODY, *exceptions.LOCK, ReadOnlyField, FlowRefused, UnknownReference)
REMOVAL = errors(TaskNotFound, *exceptions.LOCK)


@router.get("", response_model=PageOf[TaskExpanded], response_model_exclude_unset=True)
async def list_tasks(tasks: Tasks, query: Annotated[TaskQuery, Query()]) -> Page[Task]:
    """List the tasks that you may read."""
    return await tasks.page(query)


@router.post(
    "",
    response_model=DataOf[TaskExpanded],
    response_model_exclude_unset=True,
    status_code=status.HTTP_201_CREATED,
    responses=CREATION,
)
async def create_task(tasks: Tasks, data: TaskCreate) -> Task:
    """Create a task."""
    return await tasks.create(data)


@router.get(
    "/{task_id}",
    response_model=DataOf[TaskExpanded],
    response_model_exclude_unset=True,
    responses=errors(TaskNotFound),
)
async def get_task(tasks: Tasks, task_id: TaskId, query: Annotated[TaskExpand, Query()]) -> Task:
    """Get one task."""
    return await tasks.get(task_id, query)


@router.put(
    "/{task_id}",
    response_model=DataOf[TaskExpanded],
    response_model_exclude_unset=True,
    responses=CHANGE,
)
async def replace_task(tasks: Tasks, task_id: TaskId, match: IfMatch, data: TaskReplace) -> Task:
    """Replace a task: every field is needed."""
    return await tasks.change(task_id, match, data)


@router.patch(
    "/{task_id}",
    response_model=DataOf[TaskExpanded],
    response_model_exclude_unset=True,
    responses=CHANGE,
)
async def update_task(tasks: Tasks, task_id: TaskId, match: IfMatch, data: TaskUpdate) -> Task:
    """Change a task: what is left out stays as it is."""
    return await tasks.change(task_id, match, data)


@router.delete(
    "/{task_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=REMOVAL,
)
async def delete_task(tasks: Tasks, task_id: TaskId, match: IfMatch) -> None:
    """Delete a task."""
    await tasks.delete(task_id, match)
