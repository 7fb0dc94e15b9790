"""The teams table."""

from backstay.data import SoftDelete, Text
from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from src.models.base import Base


class Team(Base, SoftDelete):
    """One team."""

    __tablename__ = "teams"
    __table_args__ = (
        CheckConstraint("length(name) BETWEEN 1 AND 40", name="name_length"),
        Index(
            "uq_teams_name",
            "name",
            unique=True,
            postgresql_where=text("deleted_at IS NULL"),
            sqlite_where=text("deleted_at IS NULL"),
        ),
        Index("ix_teams_created_at", "created_at", "id"),
    )

    name: Mapped[str] = mapped_column(Text(40))
