"""The users table."""

import sqlalchemy as sa
from alembic import op
from backstay.data import Text, UtcDateTime, per_database

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "users",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("email", Text(255), nullable=False),
        sa.Column("name", Text(255), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("role", Text(40), nullable=False),
        sa.Column("password_hash", Text(255), nullable=False),
        sa.CheckConstraint("length(email) BETWEEN 3 AND 254", name=op.f("ck_users_email_length")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 255", name=op.f("ck_users_name_length")),
        sa.CheckConstraint(
            per_database(postgresql="is_active IN (true, false)", sqlite="is_active IN (0, 1)"),
            name=op.f("ck_users_is_active_values"),
        ),
        sa.CheckConstraint("role IN ('admin', 'member')", name=op.f("ck_users_role_values")),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
    )
    op.create_index("uq_users_email", "users", ["email"], unique=True)
    op.create_index("ix_users_created_at", "users", ["created_at", "id"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("users")
