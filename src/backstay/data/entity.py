"""Entity: the base mapping. Rows read by a repository are read-only instances without ORM state."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, configure_mappers, mapped_column

from backstay.data.types import UtcDateTime

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Entity(DeclarativeBase):
    """A stored row; its hidden `row_version` is counted up by every change."""

    __abstract__ = True
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: UtcDateTime(), int: BigInteger()}

    id: Mapped[UUID] = mapped_column(primary_key=True)
    row_version: Mapped[int] = mapped_column(default=1)

    def __getattr__(self, name: str) -> Any:
        if name in self.__dict__:
            # attributes work once the mappers are configured, which SQLAlchemy puts off
            configure_mappers()
            return self.__dict__[name]
        if name == "_sa_instance_state":
            raise AttributeError(
                f"{type(self).__name__} rows are read-only: change them through their repository"
            )
        raise AttributeError(f"{type(self).__name__} has no {name}")

    def __repr__(self) -> str:
        """Shows the id only: rows hold personal data (C-55)."""
        return f"{type(self).__name__}({self.__dict__.get('id')})"


class Timestamps:
    """When a row was made and last changed, in UTC; set by the repository (R-050)."""

    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class SoftDelete:
    """A row that stays when it is deleted, and is gone for every operation."""

    deleted_at: Mapped[datetime | None]


def new_row(model: type[Any], values: dict[str, Any]) -> Any:
    """A read-only instance with exactly these values, without SQLAlchemy's bookkeeping."""
    return new_rows(model, [values])[0]


def new_rows(model: type[Any], many: Iterable[dict[str, Any]]) -> list[Any]:
    """As `new_row`, for many."""
    rows, new = [], object.__new__
    for values in many:
        row = new(model)
        row.__dict__ = values
        rows.append(row)
    return rows
