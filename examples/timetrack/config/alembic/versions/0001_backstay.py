"""Backstay's own tables: sessions, claims and idempotency keys."""

import sqlalchemy as sa
from alembic import op
from backstay.data import UtcDateTime

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "backstay_sessions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("generation", sa.BigInteger(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("rotated_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_backstay_sessions"),
    )
    op.create_index("ix_backstay_sessions_account_id", "backstay_sessions", ["account_id"])
    op.create_index("ix_backstay_sessions_expires_at", "backstay_sessions", ["expires_at"])
    op.create_table(
        "backstay_claims",
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_backstay_claims"),
    )
    op.create_table(
        "backstay_idempotency_keys",
        sa.Column("caller_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(512), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("reply", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("caller_id", "key", name="pk_backstay_idempotency_keys"),
    )
    op.create_index(
        "ix_backstay_idempotency_keys_expires_at", "backstay_idempotency_keys", ["expires_at"]
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("backstay_idempotency_keys")
    op.drop_table("backstay_claims")
    op.drop_table("backstay_sessions")
