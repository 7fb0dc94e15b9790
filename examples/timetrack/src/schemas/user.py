"""What the API accepts and returns for users."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from backstay.web import UNSET, Email, Flag, Input, Length, PageQuery, Password, Read, SortBy

from src.core.security import Role


class UserRead(Read):
    """A user as clients see it."""

    id: UUID
    email: str
    name: str
    is_active: bool
    role: Role
    created_at: datetime
    updated_at: datetime


class UserCreate(Input):
    """A new user."""

    model_shown = UserRead

    email: Email
    name: Annotated[str, Length(1, 255)]
    is_active: Flag = UNSET
    role: Role = UNSET
    password: Password


class UserReplace(Input):
    """All of a user; what only some may write stays as it is when it is left out."""

    model_shown = UserRead

    email: Email
    name: Annotated[str, Length(1, 255)]
    is_active: Flag = UNSET
    role: Role = UNSET


class UserUpdate(Input):
    """Some of a user; what is left out stays as it is."""

    model_shown = UserRead

    email: Email = UNSET
    name: Annotated[str, Length(1, 255)] = UNSET
    is_active: Flag = UNSET
    role: Role = UNSET


class UserQuery(PageQuery):
    """Which users to list, and how."""

    sort: Annotated[str, SortBy("created_at")] = ""
