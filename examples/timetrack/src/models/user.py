"""The users table: the accounts."""

from backstay.data import Choice, Text
from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from src.core.security import Role
from src.models.base import Base


class User(Base):
    """One account."""

    __tablename__ = "users"
    __table_args__ = (
        CheckConstraint("length(email) BETWEEN 3 AND 254", name="email_length"),
        CheckConstraint("length(name) BETWEEN 1 AND 255", name="name_length"),
        CheckConstraint("role IN ('admin', 'member')", name="role_values"),
        Index("uq_users_email", "email", unique=True),
        Index("ix_users_created_at", "created_at", "id"),
    )

    email: Mapped[str] = mapped_column(Text(255), info={"pii": True})
    name: Mapped[str] = mapped_column(Text(255), info={"pii": True})
    is_active: Mapped[bool] = mapped_column(default=True)
    role: Mapped[Role] = mapped_column(Choice(Role), default=Role.MEMBER)
    password_hash: Mapped[str] = mapped_column(Text(255))
