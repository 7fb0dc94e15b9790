"""A note with the references that `?expand=` may add."""

from src.schemas.note import NoteRead
from src.schemas.user import UserRead


class NoteExpanded(NoteRead):
    """A note as clients see it; a reference is there only when it was asked for."""

    owner: UserRead | None = None
