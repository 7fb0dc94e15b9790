"""Who may do what with a note, beyond reading it."""

from backstay.data import Caller

from src.core.security import Role
from src.models.note import Note


def may_delete(caller: Caller, note: Note) -> bool:
    """Whether the caller may delete a note that they may read."""
    return caller.role == Role.ADMIN or note.reviewer_id == caller.user_id
