"""The teams table."""

import sqlalchemy as sa
from alembic import op
from backstay.data import Text, UtcDateTime

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "teams",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("name", Text(40), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 40", name=op.f("ck_teams_name_length")),
        sa.PrimaryKeyConstraint("id", name="pk_teams"),
    )
    op.create_index(
        "uq_teams_name",
        "teams",
        ["name"],
        unique=True,
        postgresql_where=sa.text("deleted_at IS NULL"),
        sqlite_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index("ix_teams_created_at", "teams", ["created_at", "id"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("teams")
