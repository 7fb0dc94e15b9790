"""Forged access tokens: other algorithms, other keys, other headers, and what is no token."""

import hmac
import json
from base64 import urlsafe_b64encode
from typing import Any

import pytest

from backstay.auth import Tokens
from backstay.errors import TokenInvalid
from tests.auth.conftest import SECRET
from tests.auth.forging import HEADERS

GOOD = {"alg": "HS256", **HEADERS}
KEY = "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----"


def by_hand(claims: dict[str, Any], head: dict[str, Any], key: str = SECRET) -> bytes:
    """A signed token with any header at all; PyJWT would refuse to write some."""
    parts = (head, claims)
    texts = [urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in parts]
    mac = hmac.digest(key.encode(), b".".join(texts), "sha256")
    return b"Bearer " + b".".join([*texts, urlsafe_b64encode(mac).rstrip(b"=")])


@pytest.mark.parametrize(
    "head",
    [
        {"typ": "JWT"},
        {"typ": None},
        {"typ": "rt+jwt"},
        {"crit": ["exp"]},
        {"crit": ["x-unknown"], "x-unknown": True},
        {"b64": False, "crit": ["b64"]},
        {"kid": {"$gt": ""}},
    ],
)
async def test_headers_are_strict(tokens: Tokens, claims: dict[str, Any], head: dict[str, Any]):
    assert await tokens.verify(by_hand(claims, GOOD))
    with pytest.raises(TokenInvalid):
        await tokens.verify(by_hand(claims, GOOD | head))


@pytest.mark.parametrize(
    "algorithm", ["none", "None", "nOnE", "NONE", "", "HS512", "RS256", "ES256", 5]
)
async def test_no_other_algorithm_is_accepted(tokens: Tokens, claims: dict[str, Any], algorithm):
    header = by_hand(claims, GOOD | {"alg": algorithm})
    for token in (header, header.rpartition(b".")[0] + b"."):
        with pytest.raises(TokenInvalid):
            await tokens.verify(token)


@pytest.mark.parametrize(
    "key", ["", KEY, SECRET[:-1], SECRET + "x", "another secret of enough length"]
)
async def test_no_other_key_is_accepted_whatever_the_header_offers(
    tokens: Tokens, claims: dict[str, Any], key: str
):
    jwk = {"kty": "oct", "k": urlsafe_b64encode(key.encode()).decode()}
    for offer in ({}, {"jwk": jwk}, {"jku": "http://127.0.0.1:1/"}, {"kid": "../../dev/null"}):
        with pytest.raises(TokenInvalid):
            await tokens.verify(by_hand(claims, GOOD | offer, key))


@pytest.mark.parametrize(
    "token", ["x", "x.y", "x.y.z", "..", "a.b.c.d", "\xff.\xfe.\xfd", " ", "e30.e30.e30"]
)
async def test_what_is_no_token_is_invalid(tokens: Tokens, token: str):
    with pytest.raises(TokenInvalid):
        await tokens.verify(b"Bearer " + token.encode("latin-1"))
