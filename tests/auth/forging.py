"""Tokens that we did not issue, signed as if we had."""

from typing import Any

import jwt

from tests.auth.conftest import SECRET

HEADERS = {"typ": "at+jwt"}


def signed(
    claims: dict[str, Any], key: str = SECRET, algorithm: str = "HS256", **head: Any
) -> bytes:
    token = jwt.encode(claims, key, algorithm, headers=HEADERS | head)
    return b"Bearer " + token.encode()
