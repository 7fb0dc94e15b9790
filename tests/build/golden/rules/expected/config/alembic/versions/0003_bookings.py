"""The bookings table."""

import sqlalchemy as sa
from alembic import op
from backstay.data import Day, Text, UtcDateTime, per_database

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "bookings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("row_version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("room", Text(20), nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=True),
        sa.Column("day", Day(), nullable=False),
        sa.Column("state", Text(40), nullable=False),
        sa.CheckConstraint("length(room) BETWEEN 1 AND 20", name=op.f("ck_bookings_room_length")),
        sa.CheckConstraint("state IN ('held', 'free')", name=op.f("ck_bookings_state_values")),
        sa.CheckConstraint(
            per_database(
                postgresql=(
                    "ends_at IS NULL OR extract(epoch from (ends_at - starts_at)) - (900) > 0"
                ),
                sqlite=(
                    "ends_at IS NULL OR (strftime('%s', substr(ends_at, 1, 19)) * 1000000 +"
                    " substr(ends_at, 21, 6)) - (strftime('%s', substr(starts_at, 1, 19)) *"
                    " 1000000 + substr(starts_at, 21, 6)) - (900) * 1000000 > 0"
                ),
            ),
            name=op.f("ck_bookings_long_enough"),
        ),
        sa.CheckConstraint(
            "NOT (state = 'free' AND ends_at IS NULL)", name=op.f("ck_bookings_not_both")
        ),
        sa.PrimaryKeyConstraint("id", name="pk_bookings"),
    )
    op.create_index(
        "uq_bookings_room_once",
        "bookings",
        ["room"],
        unique=True,
        postgresql_where=sa.text(
            "state = 'held' AND floor(extract(epoch from (ends_at - starts_at))) > 3600"
        ),
        sqlite_where=sa.text(
            "state = 'held' AND (((strftime('%s', substr(ends_at, 1, 19)) * 1000000"
            " + substr(ends_at, 21, 6)) - (strftime('%s', substr(starts_at, 1, 19))"
            " * 1000000 + substr(starts_at, 21, 6))) - ((((strftime('%s', "
            "substr(ends_at, 1, 19)) * 1000000 + substr(ends_at, 21, 6)) - "
            "(strftime('%s', substr(starts_at, 1, 19)) * 1000000 + "
            "substr(starts_at, 21, 6))) % 1000000) + 1000000) % 1000000) / 1000000 "
            "> 3600"
        ),
    )
    op.create_index("ix_bookings_created_at", "bookings", ["created_at", "id"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("bookings")
