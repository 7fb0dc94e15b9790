"""Cursors: opaque, signed, good only for the list, order, filters and caller they were made for."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from hashlib import blake2b, sha256
from typing import Any

import msgspec

from backstay.errors import CursorInvalid

_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder(list[Any]).decode
_MAC = 16  # bytes


class Cursors:
    """Makes and reads cursors with a key derived from the service's secret."""

    def __init__(self, secret: str) -> None:
        self._key = sha256(b"backstay cursors\0" + secret.encode()).digest()

    def write(self, values: list[Any], bound_to: object) -> str:
        """The cursor behind a row's sort values; `bound_to` is anything that msgpack can write."""
        body = _pack(values)
        return urlsafe_b64encode(self._mac(body, bound_to) + body).rstrip(b"=").decode()

    def read(self, cursor: str, bound_to: object) -> list[Any]:
        """The values in a cursor; CursorInvalid for anything that we did not make for this."""
        try:
            raw = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        except (ValueError, Base64Error):
            raise CursorInvalid from None
        mac, body = raw[:_MAC], raw[_MAC:]
        if not hmac.compare_digest(mac, self._mac(body, bound_to)):
            raise CursorInvalid
        return _unpack(body)

    def _mac(self, body: bytes, bound_to: object) -> bytes:
        bound = blake2b(_pack(bound_to), digest_size=_MAC).digest()
        return blake2b(bound + body, key=self._key, digest_size=_MAC).digest()
