"""Who may do what with a door, beyond reading it."""

from backstay.data import Caller

from src.core.security import Role
from src.models.door import Door


def may_update(caller: Caller, door: Door) -> bool:
    """Whether the caller may change a door that they may read."""
    del door
    return caller.role == Role.ADMIN


def may_delete(caller: Caller, door: Door) -> bool:
    """Whether the caller may delete a door that they may read."""
    del door
    return caller.role == Role.ADMIN


def may_reset(caller: Caller, door: Door) -> bool:
    """Whether the caller may reset a door that they may read."""
    del door
    return caller.role == Role.ADMIN
