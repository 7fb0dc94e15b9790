"""The tasks table."""

from enum import StrEnum
from uuid import UUID

from backstay.data import Choice, SoftDelete, Text
from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from src.models.base import Base


class TaskStatus(StrEnum):
    """The status of a task."""

    PENDING = "pending"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"


class Task(Base, SoftDelete):
    """One task."""

    __tablename__ = "tasks"
    __table_args__ = (
        CheckConstraint("length(title) BETWEEN 1 AND 200", name="title_length"),
        CheckConstraint("length(description) BETWEEN 0 AND 5000", name="description_length"),
        CheckConstraint("status IN ('pending', 'in_progress', 'completed')", name="status_values"),
        Index("ix_tasks_owner_id", "owner_id", "created_at", "id"),
        Index("ix_tasks_status", "status", "id"),
        Index("ix_tasks_created_at", "created_at", "id"),
        Index("ix_tasks_title", "title", "id"),
    )

    title: Mapped[str] = mapped_column(Text(200))
    description: Mapped[str | None] = mapped_column(Text(5000))
    status: Mapped[TaskStatus] = mapped_column(Choice(TaskStatus), default=TaskStatus.PENDING)
    owner_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="RESTRICT", onupdate="RESTRICT")
    )
