"""Backstay's own tables for sign-in; their names begin with `backstay_`, so others stay free."""

from sqlalchemy import BigInteger, Column, Index, String, Table, Uuid

from backstay.data.entity import Entity
from backstay.data.types import UtcDateTime

SESSIONS = Table(
    "backstay_sessions",
    Entity.metadata,
    Column("id", Uuid, primary_key=True),
    Column("account_id", Uuid, nullable=False),
    Column("generation", BigInteger, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("rotated_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("revoked_at", UtcDateTime, nullable=True),
    Index("ix_backstay_sessions_account_id", "account_id"),
    Index("ix_backstay_sessions_expires_at", "expires_at"),
)
"""One row per sign-in: the family of its refresh tokens, of which one generation is current."""

CLAIMS = Table(
    "backstay_claims",
    Entity.metadata,
    Column("name", String(40), primary_key=True),
    Column("account_id", Uuid, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)
"""Things of which there is one, such as the first admin; the primary key decides races."""
