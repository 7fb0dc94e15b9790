"""The shifts table."""

from datetime import date, datetime, timedelta

from backstay.data import Day, whole_seconds
from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from src.models.base import Base


class Shift(Base):
    """One shift."""

    __tablename__ = "shifts"
    __table_args__ = (
        CheckConstraint("pause BETWEEN 0 AND 120", name="pause_range"),
        Index("ix_shifts_created_at", "created_at", "id"),
    )

    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    day: Mapped[date] = mapped_column(Day())
    pause: Mapped[int | None]

    @property
    def worked(self) -> int | None:
        """ends_at - starts_at; null when a part of it is."""
        if self.ends_at is None:
            return None
        return whole_seconds(self.ends_at - self.starts_at)

    @property
    def rest(self) -> int | None:
        """120 - pause; null when a part of it is."""
        if self.pause is None:
            return None
        return 120 - self.pause

    @property
    def last_day(self) -> date:
        """day + 7."""
        return self.day + timedelta(days=7)

    @property
    def is_long(self) -> bool:
        """ends_at is not null and pause is null."""
        return self.ends_at is not None and self.pause is None
