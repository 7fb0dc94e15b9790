"""Access tokens: only what we issued, for as long as it lasts, for an account in good standing."""

from time import time
from typing import Any
from uuid import UUID, uuid4

import jwt
import pytest

from backstay.auth import Sessions, Tokens
from backstay.data import Caller, UnitOfWork
from backstay.data.database import Database
from backstay.errors import TokenInvalid, Unauthorized
from tests.auth.conftest import SECRET
from tests.desk.people import account

HEADERS = {"typ": "at+jwt"}
GOOD = {"alg": "HS256", **HEADERS}
KEY = "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----"


@pytest.fixture
async def ann(database: Database) -> Caller:
    return await account(database)


@pytest.fixture
async def claims(database: Database, sessions: Sessions, ann: Caller) -> dict[str, Any]:
    """Good claims of an open session."""
    work = UnitOfWork(database)
    session = sessions.open(work, ann.user_id)
    await work.commit()
    now = int(time())
    ids = {"sub": str(ann.user_id), "sid": str(session.session_id), "jti": "x"}
    return {"iss": "desk", "iat": now, "exp": now + 1800, **ids}


def signed(
    claims: dict[str, Any], key: str = SECRET, algorithm: str = "HS256", **head: Any
) -> bytes:
    token = jwt.encode(claims, key, algorithm, headers=HEADERS | head)
    return b"Bearer " + token.encode()


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
