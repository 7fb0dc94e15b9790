"""/doors/ID/ACTION: what can happen to a door, by name."""

from typing import Annotated
from uuid import UUID

from backstay.web import DataOf, OperationRoute, errors
from fastapi import APIRouter, Path

from src.api.dependencies.doors import DoorActionsNeeded
from src.core import exceptions
from src.core.exceptions import ActionRefused, EditedMeanwhile, Forbidden
from src.models.door import Door
from src.schemas.door import DoorRead
from src.services.door_service import DoorNotFound

router = APIRouter(
    prefix="/doors",
    tags=["doors"],
    route_class=OperationRoute,
    responses=errors(*exceptions.OPEN, *exceptions.SIGNED_IN),
)

DoorId = Annotated[UUID, Path(description="The id of the door.")]


@router.post(
    "/{door_id}/open",
    response_model=DataOf[DoorRead],
    responses=errors(DoorNotFound, ActionRefused, EditedMeanwhile),
)
async def open_door(actions: DoorActionsNeeded, door_id: DoorId) -> Door:
    """Set state = open, opened_at = now, times = times + 1."""
    return await actions.open(door_id)


@router.post(
    "/{door_id}/reset",
    response_model=DataOf[DoorRead],
    responses=errors(DoorNotFound, Forbidden, EditedMeanwhile),
)
async def reset_door(actions: DoorActionsNeeded, door_id: DoorId) -> Door:
    """Set times = 0."""
    return await actions.reset(door_id)
