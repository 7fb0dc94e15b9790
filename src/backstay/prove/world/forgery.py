"""Forgery: tokens that look like somebody's, and must not open anything."""

import hashlib
import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator, Mapping
from typing import Any

from backstay.prove.subject.process import SECRET
from backstay.prove.world.person import Person

LONG_AGO = 1_600_000_000
"""A moment of the year 2020, in seconds."""


def bad_tokens(who: Person) -> Iterator[tuple[str, str]]:
    """What each bad token is, and the token; the first is none at all."""
    yield "no token", ""
    yield from forged(who.token)
    header, claims, _ = who.token.split(".")
    head, said = _read(header), _read(claims)
    past = {**said, "iat": LONG_AGO, "exp": LONG_AGO + 60}
    yield "a token that has expired", _signed(head, past, SECRET)
    yield "a refresh token", who.refresh


def forged(token: str) -> Iterator[tuple[str, str]]:
    """What can be made of a token without knowing its key.

    Raises: ValueError where it is no JSON Web Token.
    """
    header, claims, signature = token.split(".")
    head, said = _read(header), _read(claims)
    yield "garbage for a token", "garbage"
    yield "a token whose claims were changed", f"{header}.{_text({**said, 'x': 1})}.{signature}"
    yield "a token without a signature", f"{_text({**head, 'alg': 'none'})}.{claims}."
    yield (
        "a token that somebody else signed",
        _signed(head, said, "another-secret-of-32-characters"),
    )


def _read(part: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return found


def _text(content: Mapping[str, Any]) -> str:
    return _encoded(json.dumps(content).encode())


def _signed(head: Mapping[str, Any], claims: Mapping[str, Any], secret: str) -> str:
    text = f"{_text(head)}.{_text(claims)}"
    return f"{text}.{_encoded(hmac.digest(secret.encode(), text.encode(), hashlib.sha256))}"


def _encoded(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()
