"""Who reads and writes: an identity and a role, taken from a verified token only."""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import BindParameter, Uuid, bindparam


@dataclass(frozen=True, slots=True)
class Caller:
    """The account behind a request or a job; every repository query is scoped by it."""

    user_id: UUID
    role: str


CALLER: Final[BindParameter[Any]] = bindparam("caller_id", type_=Uuid())
"""Stands for the caller's id in a repository's `visible` conditions."""

SYSTEM: Final = Caller(UUID(int=0), "backstay itself")
"""Backstay itself: signing people up and in happens before anybody is a caller.

Its role is no word, so that no contract can have one of that name.
"""
