"""A task with the references that `?expand=` may add."""

from src.schemas.task import TaskRead
from src.schemas.user import UserRead


class TaskExpanded(TaskRead):
    """A task as clients see it; a reference is there only when it was asked for."""

    owner: UserRead | None = None
