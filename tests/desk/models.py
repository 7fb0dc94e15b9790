"""What the desk stores: accounts, notes of their owners, comments below notes, and labels."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from backstay.auth import tables as auth_tables
from backstay.data import Choice, Day, Entity, Json, Money, SoftDelete, Text, Timestamps, uuid7
from backstay.data import idempotency as keys

__all__ = ["Account", "Comment", "Label", "Note", "Role", "Status", "auth_tables", "keys"]


class Role(StrEnum):
    ADMIN = "admin"
    MEMBER = "member"


class Status(StrEnum):
    OPEN = "open"
    DONE = "done"


class Row(Entity):
    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)


class Account(Row, Timestamps):
    __tablename__ = "desk_accounts"
    __table_args__ = (Index("uq_desk_accounts_email", "email", unique=True),)

    email: Mapped[str] = mapped_column(Text(254))
    role: Mapped[Role] = mapped_column(Choice(Role), default=Role.MEMBER)
    is_active: Mapped[bool] = mapped_column(default=True)
    password_hash: Mapped[str] = mapped_column(Text(255), default="")


class Note(Row, Timestamps, SoftDelete):
    __tablename__ = "desk_notes"
    __table_args__ = (
        CheckConstraint("length(title) BETWEEN 1 AND 200", name="title_length"),
        CheckConstraint("status IN ('open', 'done')", name="status_values"),
        Index(
            "uq_desk_notes_owner_title",
            "owner_id",
            "title",
            unique=True,
            postgresql_where=text("deleted_at IS NULL"),
            sqlite_where=text("deleted_at IS NULL"),
        ),
    )

    title: Mapped[str] = mapped_column(Text(200))
    body: Mapped[str | None] = mapped_column(Text(5000))
    status: Mapped[Status] = mapped_column(Choice(Status), default=Status.OPEN)
    stars: Mapped[int | None]
    price: Mapped[Decimal | None] = mapped_column(Money(12, 2))
    due: Mapped[datetime | None]
    day: Mapped[date | None] = mapped_column(Day())
    extra: Mapped[Any | None] = mapped_column(Json())
    owner_id: Mapped[UUID] = mapped_column(
        Uuid(), ForeignKey("desk_accounts.id", ondelete="RESTRICT")
    )

    @property
    def loud(self) -> str:
        return self.title.upper()


class Comment(Row):
    __tablename__ = "desk_comments"

    text: Mapped[str] = mapped_column(Text(200))
    note_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("desk_notes.id", ondelete="CASCADE"))


class Label(Row):
    """Its reference is checked at the commit only, and keeps an account from being deleted."""

    __tablename__ = "desk_labels"

    name: Mapped[str] = mapped_column(Text(50), unique=True)
    note_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("desk_notes.id"))
    account_id: Mapped[UUID | None] = mapped_column(
        Uuid(), ForeignKey("desk_accounts.id", deferrable=True, initially="DEFERRED")
    )
