"""The invoices table."""

from decimal import Decimal

from backstay.data import Money, Text
from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from src.models.base import Base


class Invoice(Base):
    """One invoice."""

    __tablename__ = "invoices"
    __table_args__ = (
        CheckConstraint("net >= 0", name="net_range"),
        CheckConstraint("tax >= 0", name="tax_range"),
        CheckConstraint("length(note) BETWEEN 0 AND 200", name="note_length"),
        CheckConstraint("tax <= net", name="tax_fits"),
        Index("ix_invoices_created_at", "created_at", "id"),
    )

    net: Mapped[Decimal] = mapped_column(Money(10, 2))
    tax: Mapped[Decimal] = mapped_column(Money(10, 2), default=Decimal("0.00"))
    note: Mapped[str | None] = mapped_column(Text(200))

    @property
    def sum(self) -> Decimal:
        """net + tax."""
        return self.net + self.tax
