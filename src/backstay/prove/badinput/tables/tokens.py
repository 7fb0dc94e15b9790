"""Tokens that are none, or not ours, or not for this."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterable, Mapping
from typing import Any

from backstay.prove.badinput.case import Attack, Due
from backstay.prove.badinput.operation import Operation
from backstay.prove.badinput.probe import Attacks, Probe
from backstay.prove.badinput.scene import Scene

_MISSING = Due(401, "token_missing", ("www-authenticate",))
_INVALID = Due(401, "token_invalid", ("www-authenticate",))


def _authorization(*values: str) -> Attacks:
    """One attack per header; `@` stands for the good token."""

    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        if operation.secured:
            for value in values:
                yield _as(scene, operation, value.replace("@", scene.token))

    return attacks


def _as(scene: Scene, operation: Operation, authorization: str) -> Attack:
    headers = (("authorization", authorization),) if authorization else ()
    return Attack(operation.method, scene.path(operation), headers)


def _header(**changes: Any) -> Attacks:
    """The good token's claims under another header, signed with nothing or with a guess."""

    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        if operation.secured:
            head, claims = _parts(scene.token)
            yield _as(scene, operation, f"Bearer {_signed({**head, **changes}, claims, '')}")

    return attacks


def _claims(headers: Mapping[str, Any] | None = None, /, **changes: Any) -> Attacks:
    """Other claims, signed with the real key: only where the prover knows it; None leaves out."""

    def attacks(scene: Scene, operation: Operation) -> Iterable[Attack]:
        if operation.secured and scene.secret:
            head, claims = _parts(scene.token)
            said = {**claims, **changes}.items()
            made = {name: one(claims) if callable(one) else one for name, one in said if one}
            token = _signed({**head, **(headers or {})}, made, scene.secret)
            yield _as(scene, operation, f"Bearer {token}")

    return attacks


def _refresh(scene: Scene, operation: Operation) -> Iterable[Attack]:
    if operation.secured and scene.refresh:
        yield _as(scene, operation, f"Bearer {scene.refresh}")


def _parts(token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    head, claims, _ = token.split(".")
    return _read(head), _read(claims)


def _read(part: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return found


def _signed(head: Mapping[str, Any], claims: Mapping[str, Any], secret: str) -> str:
    text = f"{_text(json.dumps(head).encode())}.{_text(json.dumps(claims).encode())}"
    return f"{text}.{_text(hmac.digest(secret.encode(), text.encode(), hashlib.sha256))}"


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _ago(seconds: int) -> int:
    return int(time.time()) - seconds


_JWK = {"kty": "oct", "k": "c2VjcmV0"}

TOKENS = (
    Probe(49, "no token", _MISSING, _authorization("", "Basic YTpi", "Token @")),
    Probe(49, "a token that is none", _INVALID,
          _authorization("bearer", "Bearer x", "Bearer a.b.c", "Bearer @x", "Bearer x@",
                         "Bearer ..", "Bearer @ @", "Bearer " + "a" * 4000)),
    Probe(50, "algorithm none", _INVALID, _header(alg="none")),
    Probe(50, "algorithm nOnE", _INVALID, _header(alg="nOnE")),
    Probe(51, "another algorithm", _INVALID, _header(alg="HS512")),
    Probe(51, "signed with a guess", _INVALID, _header()),
    Probe(52, "a key of its own", _INVALID, _header(jwk=_JWK)),
    Probe(52, "a key from elsewhere", _INVALID, _header(jku="http://127.0.0.1:9/keys")),
    Probe(52, "a key id with a path", _INVALID, _header(kid="../../../../dev/null")),
    Probe(52, "a key id with SQL", _INVALID, _header(kid="' UNION SELECT 'a'--")),
    Probe(53, "an unknown critical header", _INVALID, _claims({"crit": ["exp2"], "exp2": 1})),
    Probe(53, "another type", _INVALID, _claims({"typ": "JWT"})),
    Probe(53, "a refresh token as access token", _INVALID, _refresh),
    Probe(53, "expired", _INVALID, _claims(exp=lambda _: _ago(60), iat=lambda _: _ago(120))),
    Probe(53, "without expiry", _INVALID, _claims(exp=None)),
    Probe(53, "good for a hundred years", _INVALID, _claims(exp=lambda _: _ago(-3_153_600_000))),
    Probe(53, "not yet good", _INVALID, _claims(nbf=lambda _: _ago(-3600))),
    Probe(53, "another issuer", _INVALID, _claims(iss="somebody")),
    Probe(53, "another audience", _INVALID, _claims(aud="somebody")),
    Probe(53, "nobody's account", _INVALID, _claims(sub="00000000-0000-4000-8000-000000000000")),
    Probe(53, "claims of other types", _INVALID, _claims(sub=1)),
)  # fmt: skip
"""What every secured operation answers with 401, before it reads anything else."""
