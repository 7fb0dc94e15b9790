"""Canaries: values that stand nowhere else, so that finding one means that it leaked."""

import secrets
from datetime import date, datetime, timedelta
from typing import Any

from backstay.blueprint.bounds import bounds
from backstay.blueprint.model import Field

RARE_DAY = date(1907, 3, 11)
RARE_DAYS = 3_000
LEAST = 5
"""A shorter text may stand in a log by chance."""


def canary() -> str:
    """A word that was never seen before."""
    return f"canary{secrets.token_hex(6)}"


def planted(field: Field) -> Any:
    """A value that the field allows and that nothing else has; None where there is none such."""
    if field.kind == "email":
        return f"{canary()}@example.org"
    if field.kind == "url":
        return f"https://example.org/{canary()}"
    if field.kind in ("date", "datetime"):
        day = RARE_DAY + timedelta(days=secrets.randbelow(RARE_DAYS))
        return day if field.kind == "date" else datetime.fromisoformat(f"{day}T00:00:00+00:00")
    if field.kind == "text":
        _, most = bounds(field)
        return canary()[-most:] if most >= LEAST else None
    return None
