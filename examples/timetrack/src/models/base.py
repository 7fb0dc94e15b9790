"""The base of every table."""

from uuid import UUID

from backstay.data import Entity, Timestamps, uuid7
from sqlalchemy.orm import Mapped, mapped_column


class Base(Entity, Timestamps):
    """An id that sorts by time, times, and a hidden version that every change counts up."""

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
