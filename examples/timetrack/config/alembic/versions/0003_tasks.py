"""The tasks table."""

import sqlalchemy as sa
from alembic import op
from backstay.data import Text, UtcDateTime

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "tasks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("title", Text(200), nullable=False),
        sa.Column("description", Text(5000), nullable=True),
        sa.Column("status", Text(40), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(title) BETWEEN 1 AND 200", name=op.f("ck_tasks_title_length")),
        sa.CheckConstraint(
            "length(description) BETWEEN 0 AND 5000", name=op.f("ck_tasks_description_length")
        ),
        sa.CheckConstraint(
            "status IN ('pending', 'in_progress', 'completed')", name=op.f("ck_tasks_status_values")
        ),
        sa.PrimaryKeyConstraint("id", name="pk_tasks"),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["users.id"],
            name="fk_tasks_owner_id",
            ondelete="RESTRICT",
            onupdate="RESTRICT",
        ),
    )
    op.create_index("ix_tasks_owner_id", "tasks", ["owner_id", "created_at", "id"])
    op.create_index("ix_tasks_title", "tasks", ["title", "id"])
    op.create_index("ix_tasks_status", "tasks", ["status", "id"])
    op.create_index("ix_tasks_created_at", "tasks", ["created_at", "id"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("tasks")
