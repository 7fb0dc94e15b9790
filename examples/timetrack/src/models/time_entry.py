"""The time_entries table."""

from datetime import datetime
from uuid import UUID

from backstay.data import whole_seconds
from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from src.models.base import Base


class TimeEntry(Base):
    """One time entry."""

    __tablename__ = "time_entries"
    __table_args__ = (
        CheckConstraint("end_time IS NULL OR end_time > start_time", name="ends_after_start"),
        Index(
            "uq_time_entries_one_running",
            "user_id",
            unique=True,
            postgresql_where=text("end_time IS NULL"),
            sqlite_where=text("end_time IS NULL"),
        ),
        Index("ix_time_entries_task_id", "task_id", "start_time", "id"),
        Index("ix_time_entries_user_id", "user_id", "start_time", "id"),
        Index("ix_time_entries_start_time", "start_time", "id"),
    )

    task_id: Mapped[UUID] = mapped_column(
        ForeignKey("tasks.id", ondelete="CASCADE", onupdate="RESTRICT")
    )
    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="RESTRICT", onupdate="RESTRICT")
    )
    start_time: Mapped[datetime]
    end_time: Mapped[datetime | None]

    @property
    def duration(self) -> int | None:
        """end_time - start_time; null when a part of it is."""
        if self.end_time is None:
            return None
        return whole_seconds(self.end_time - self.start_time)
