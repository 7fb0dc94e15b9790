"""Who may do what with a user, beyond reading it."""

from backstay.data import Caller

from src.core.security import Role
from src.models.user import User


def may_delete(caller: Caller, user: User) -> bool:
    """Whether the caller may delete a user that they may read: admins."""
    del user
    return caller.role == Role.ADMIN
