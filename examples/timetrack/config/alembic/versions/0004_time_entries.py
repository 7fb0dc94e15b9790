"""The time_entries table."""

import sqlalchemy as sa
from alembic import op
from backstay.data import UtcDateTime

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "time_entries",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("task_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("start_time", UtcDateTime(), nullable=False),
        sa.Column("end_time", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "end_time IS NULL OR end_time > start_time",
            name=op.f("ck_time_entries_ends_after_start"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_time_entries"),
        sa.ForeignKeyConstraint(
            ["task_id"],
            ["tasks.id"],
            name="fk_time_entries_task_id",
            ondelete="CASCADE",
            onupdate="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name="fk_time_entries_user_id",
            ondelete="RESTRICT",
            onupdate="RESTRICT",
        ),
    )
    op.create_index(
        "uq_time_entries_one_running",
        "time_entries",
        ["user_id"],
        unique=True,
        postgresql_where=sa.text("end_time IS NULL"),
        sqlite_where=sa.text("end_time IS NULL"),
    )
    op.create_index("ix_time_entries_task_id", "time_entries", ["task_id", "start_time", "id"])
    op.create_index("ix_time_entries_user_id", "time_entries", ["user_id", "start_time", "id"])
    op.create_index("ix_time_entries_start_time", "time_entries", ["start_time", "id"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("time_entries")
