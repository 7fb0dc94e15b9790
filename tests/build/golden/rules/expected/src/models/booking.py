"""The bookings table."""

from datetime import date, datetime
from enum import StrEnum

from backstay.data import Choice, Day, Text, per_database
from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from src.models.base import Base


class BookingState(StrEnum):
    """The state of a booking."""

    HELD = "held"
    FREE = "free"


class Booking(Base):
    """One booking."""

    __tablename__ = "bookings"
    __table_args__ = (
        CheckConstraint("length(room) BETWEEN 1 AND 20", name="room_length"),
        CheckConstraint("state IN ('held', 'free')", name="state_values"),
        CheckConstraint(
            per_database(
                postgresql=(
                    "ends_at IS NULL OR extract(epoch from (ends_at - starts_at)) - (900) > 0"
                ),
                sqlite=(
                    "ends_at IS NULL OR (strftime('%s', substr(ends_at, 1, 19)) * 1000000 +"
                    " substr(ends_at, 21, 6)) - (strftime('%s', substr(starts_at, 1, 19)) *"
                    " 1000000 + substr(starts_at, 21, 6)) - (900) * 1000000 > 0"
                ),
            ),
            name="long_enough",
        ),
        CheckConstraint("NOT (state = 'free' AND ends_at IS NULL)", name="not_both"),
        Index(
            "uq_bookings_room_once",
            "room",
            unique=True,
            postgresql_where=text(
                "state = 'held' AND floor(extract(epoch from (ends_at - starts_at))) > 3600"
            ),
            sqlite_where=text(
                "state = 'held' AND (((strftime('%s', substr(ends_at, 1, 19)) * 1000000"
                " + substr(ends_at, 21, 6)) - (strftime('%s', substr(starts_at, 1, 19))"
                " * 1000000 + substr(starts_at, 21, 6))) - ((((strftime('%s', "
                "substr(ends_at, 1, 19)) * 1000000 + substr(ends_at, 21, 6)) - "
                "(strftime('%s', substr(starts_at, 1, 19)) * 1000000 + "
                "substr(starts_at, 21, 6))) % 1000000) + 1000000) % 1000000) / 1000000 "
                "> 3600"
            ),
        ),
        Index("ix_bookings_created_at", "created_at", "id"),
    )

    room: Mapped[str] = mapped_column(Text(20))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    day: Mapped[date] = mapped_column(Day())
    state: Mapped[BookingState] = mapped_column(Choice(BookingState), default=BookingState.HELD)
