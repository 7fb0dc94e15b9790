"""Access tokens: only what we issued, for as long as it lasts, for an account in good standing."""

from time import time
from typing import Any
from uuid import UUID, uuid4

import jwt
import pytest

from backstay.auth import Tokens
from backstay.data import Caller
from backstay.data.database import Database
from backstay.errors import TokenInvalid, Unauthorized
from tests.auth.forging import signed


def changes(now: float) -> dict[str, dict[str, Any]]:
    return {
        "another service": {"iss": "other"},
        "an audience": {"aud": "desk"},
        "no expiry": {"exp": None},
        "expired": {"iat": now - 100, "exp": now - 11},
        "too long a life": {"exp": now + 100 * 365 * 86400},
        "endless": {"exp": 10**400},
        "not yet": {"nbf": now + 60},
        "issued in the future": {"iat": now + 60, "exp": now + 600},
        "text for a time": {"exp": "tomorrow"},
        "no account": {"sub": None},
        "no id": {"sub": "ann"},
        "a number for an id": {"sub": 5},
        "no session": {"sid": None},
        "a list for a session": {"sid": ["x"]},
        "a session that never was": {"sid": str(uuid4())},
        "somebody else's session": {"sub": str(uuid4())},
        "no jti": {"jti": None},
        "no iat": {"iat": None},
    }


async def test_an_issued_token_is_its_account_with_the_role_of_now(
    database: Database, tokens: Tokens, claims: dict[str, Any], ann: Caller
):
    issued = tokens.issue(ann.user_id, UUID(claims["sid"]), "admin")
    header = f"bearer {issued.access_token}".encode()

    assert tokens.remembered(header) is None
    assert await tokens.verify(header) == Caller(ann.user_id, "member")
    assert tokens.remembered(header) == Caller(ann.user_id, "member")
    assert issued.expires_in == 1800
    assert tokens.session_of(header) == UUID(claims["sid"])


async def test_a_token_holds_no_more_claims_than_it_needs(tokens: Tokens, ann: Caller):
    """R-094: who, which session, which role, when and until when; nothing about the person."""
    issued = tokens.issue(ann.user_id, uuid4(), "member")

    claims = jwt.decode(issued.access_token, options={"verify_signature": False})

    assert set(claims) == {"iss", "sub", "sid", "role", "iat", "exp", "jti"}
    assert claims["sub"] == str(ann.user_id)
    assert claims["exp"] - claims["iat"] == issued.expires_in


@pytest.mark.parametrize("header", [None, b"", b"Bearer", b"Basic YTpi", b"Token x"])
async def test_without_a_bearer_token_there_is_no_caller(tokens: Tokens, header: bytes | None):
    with pytest.raises(Unauthorized):
        await tokens.verify(header)


@pytest.mark.parametrize("name", changes(0))
async def test_claims_are_strict(tokens: Tokens, claims: dict[str, Any], name: str):
    assert await tokens.verify(signed(claims))
    changed = claims | changes(int(time()))[name]
    bad = {key: value for key, value in changed.items() if value is not None}
    with pytest.raises(TokenInvalid):
        await tokens.verify(signed(bad))


async def test_expiry_is_exact_but_for_the_leeway(tokens: Tokens, claims: dict[str, Any]):
    now = int(time())
    assert await tokens.verify(signed(claims | {"iat": now - 900, "exp": now - 7}))
    with pytest.raises(TokenInvalid):
        await tokens.verify(signed(claims | {"iat": now - 900, "exp": now - 11}))
