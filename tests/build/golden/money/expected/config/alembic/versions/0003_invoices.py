"""The invoices table."""

import sqlalchemy as sa
from alembic import op
from backstay.data import Money, Text, UtcDateTime

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "invoices",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("net", Money(10, 2), nullable=False),
        sa.Column("tax", Money(10, 2), nullable=False),
        sa.Column("note", Text(200), nullable=True),
        sa.CheckConstraint("net >= 0", name=op.f("ck_invoices_net_range")),
        sa.CheckConstraint("tax >= 0", name=op.f("ck_invoices_tax_range")),
        sa.CheckConstraint("length(note) BETWEEN 0 AND 200", name=op.f("ck_invoices_note_length")),
        sa.CheckConstraint("tax <= net", name=op.f("ck_invoices_tax_fits")),
        sa.PrimaryKeyConstraint("id", name="pk_invoices"),
    )
    op.create_index("ix_invoices_created_at", "invoices", ["created_at", "id"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("invoices")
