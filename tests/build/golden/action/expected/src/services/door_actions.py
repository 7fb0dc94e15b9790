"""What can happen to a door, by name."""

from typing import Any
from uuid import UUID

from src.core.exceptions import ActionRefused, Forbidden
from src.models.door import Door, DoorState
from src.services.door_policy import may_reset
from src.services.door_service import DoorService


class DoorActions:
    """The actions of doors; flow and rules hold for them too."""

    def __init__(self, service: DoorService) -> None:
        self.service = service

    async def open(self, door_id: UUID) -> Door:
        """Set state = open, opened_at = now, times = times + 1 when state = shut and times < 1000.

        Args: door_id.
        Returns: the door as it will be stored.
        Raises: DoorNotFound, ActionRefused, EditedMeanwhile.
        """
        door = await self.service.get(door_id)
        now = self.service.doors.work.now
        if not can_open(door):
            raise ActionRefused
        values: dict[str, Any] = {
            "state": DoorState.OPEN,
            "opened_at": now,
            "times": door.times + 1,
        }
        return self.service.doors.change(door, values)

    async def reset(self, door_id: UUID) -> Door:
        """Set times = 0.

        Args: door_id.
        Returns: the door as it will be stored.
        Raises: DoorNotFound, Forbidden, EditedMeanwhile.
        """
        door = await self.service.get(door_id)
        if not may_reset(self.service.caller, door):
            raise Forbidden
        values: dict[str, Any] = {"times": 0}
        return self.service.doors.change(door, values)


def can_open(door: Door) -> bool:
    """Whether `state = shut and times < 1000` is true."""
    return door.state == DoorState.SHUT and door.times < 1000
