"""Access tokens: issued short-lived, verified strictly, remembered for a moment (R-092)."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import timedelta
from time import time
from uuid import UUID, uuid4

import jwt
from jwt.algorithms import HMACAlgorithm

from backstay.auth.accounts import Accounts
from backstay.auth.memory import Memory
from backstay.data.caller import Caller
from backstay.errors import TokenInvalid, Unauthorized

LEEWAY = 10.0
"""Seconds by which the clocks of our machines may differ."""

_TYPE = "at+jwt"  # RFC 9068: nothing else that we sign can pass for an access token
_CLAIMS = ["exp", "iat", "iss", "jti", "sid", "sub"]


@dataclass(frozen=True, slots=True)
class Issued:
    """An access token, and how many seconds it lasts."""

    access_token: str
    expires_in: int


class Tokens:
    """Issues and verifies the access tokens of one service.

    Args: secret; issuer, the service's name; accounts, asked whenever a token is not remembered;
    minutes, how long tokens last; memory, for how many seconds a verified one is remembered.
    """

    def __init__(
        self, secret: str, issuer: str, accounts: Accounts, *, minutes: int, memory: float
    ) -> None:
        self._secret = secret
        self._key = _key(secret)
        self._issuer = issuer
        self._accounts = accounts
        self._lasts = timedelta(minutes=minutes)
        self._memory = Memory(memory)

    def issue(self, account_id: UUID, session_id: UUID, role: str) -> Issued:
        """A new access token of a session, with no more claims than it needs."""
        now = int(time())
        seconds = int(self._lasts.total_seconds())
        claims = {
            "iss": self._issuer,
            "sub": str(account_id),
            "sid": str(session_id),
            "role": role,
            "iat": now,
            "exp": now + seconds,
            "jti": uuid4().hex,
        }
        token = jwt.encode(claims, self._secret, "HS256", headers={"typ": _TYPE})
        return Issued(token, seconds)

    def remembered(self, header: bytes | None) -> Caller | None:
        """The caller behind an Authorization header, if it was verified a moment ago."""
        return None if header is None else self._memory.get(header)

    async def verify(self, header: bytes | None) -> Caller:
        """The caller behind an Authorization header; role and standing come from the database.

        Raises: Unauthorized without a token, TokenInvalid for one that is not, or no longer, good.
        """
        if header is None:
            raise Unauthorized
        kind, _, token = header.partition(b" ")
        if kind.lower() != b"bearer":
            raise Unauthorized
        account_id, session_id, expires = self._read(token)
        epoch = self._memory.epoch
        role = await self._accounts.role_of(account_id, session_id)
        if role is None:
            raise TokenInvalid
        caller = Caller(account_id, role)
        self._memory.keep(header, caller, expires, epoch)
        return caller

    def forget(self, account_id: UUID) -> None:
        """Ask the database again about every token of this account: something has changed."""
        self._memory.forget(account_id)

    def session_of(self, header: bytes) -> UUID:
        """The session that a verified Authorization header belongs to."""
        return self._read(header.partition(b" ")[2])[1]

    def _read(self, token: bytes) -> tuple[UUID, UUID, float]:
        """Account, session and expiry of a token that we issued and that has not expired."""
        try:
            found = jwt.decode_complete(
                token,
                self._key,
                algorithms=["HS256"],
                issuer=self._issuer,
                leeway=LEEWAY,
                options={"require": _CLAIMS},
            )
            claims = found["payload"]
            too_long = claims["exp"] - claims["iat"] > self._lasts.total_seconds()
            if found["header"].get("typ") != _TYPE or too_long:
                raise TokenInvalid
            return UUID(claims["sub"]), UUID(claims["sid"]), float(claims["exp"])
        except (jwt.InvalidTokenError, ValueError, TypeError, AttributeError) as error:
            raise TokenInvalid from error


class _Checked(HMACAlgorithm):
    """HMAC with a key that the settings have checked: PyJWT would do it anew for each token."""

    def prepare_key(self, key: str | bytes) -> bytes:
        return key.encode() if isinstance(key, str) else key


def _key(secret: str) -> jwt.PyJWK:
    encoded = urlsafe_b64encode(secret.encode()).rstrip(b"=").decode()
    key = jwt.PyJWK({"kty": "oct", "k": encoded}, "HS256")
    key.Algorithm = _Checked(_Checked.SHA256)
    return key
