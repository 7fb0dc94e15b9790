"""Refresh tokens: a session, a generation, and proof that we made it; nothing of them is stored."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from backstay.errors import TokenInvalid

_HEAD = 16 + 8  # bytes: session, generation
_MAC = 32


@dataclass(frozen=True, slots=True)
class RefreshToken:
    """One link in the chain of a session."""

    session_id: UUID
    generation: int

    def successor(self) -> "RefreshToken":
        """The next link: the same for everybody who presents this one."""
        return RefreshToken(self.session_id, self.generation + 1)


class RefreshTokens:
    """Writes and reads refresh tokens with a key derived from the service's secret.

    A stolen database therefore holds none, and a replayed one tells which session to end.
    """

    def __init__(self, secret: str) -> None:
        self._key = sha256(b"backstay refresh tokens\0" + secret.encode()).digest()

    def write(self, token: RefreshToken) -> str:
        """The opaque text that the client keeps."""
        head = token.session_id.bytes + token.generation.to_bytes(8)
        return urlsafe_b64encode(head + self._mac(head)).rstrip(b"=").decode()

    def read(self, text: str) -> RefreshToken:
        """The token behind a text. Raises: TokenInvalid for anything that we did not write."""
        try:
            raw = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        except (ValueError, Base64Error):
            raise TokenInvalid from None
        head, mac = raw[:_HEAD], raw[_HEAD:]
        if len(raw) != _HEAD + _MAC or not hmac.compare_digest(mac, self._mac(head)):
            raise TokenInvalid
        return RefreshToken(UUID(bytes=head[:16]), int.from_bytes(head[16:]))

    def _mac(self, head: bytes) -> bytes:
        return hmac.digest(self._key, head, "sha256")
