"""Origins: which pages of other sites a browser may let in (CORS, R-035)."""

from collections.abc import Iterable

from backstay.errors import Header, OriginNotAllowed
from backstay.web.exchange import Exchange
from backstay.web.reply import Reply

_VARY: Header = (b"vary", b"Origin")
_EXPOSED: Header = (
    b"access-control-expose-headers",
    b"etag, location, ratelimit, ratelimit-policy, retry-after, x-request-id, idempotent-replayed",
)
_PREFLIGHT: list[Header] = [
    (b"access-control-allow-methods", b"GET, POST, PUT, PATCH, DELETE"),
    (
        b"access-control-allow-headers",
        b"authorization, content-type, if-match, if-none-match, idempotency-key, x-request-id",
    ),
    (b"access-control-max-age", b"600"),
    (b"content-length", b"0"),
]


class Origins:
    """The origins that are allowed, `*` for all; tokens travel in a header, never in a cookie."""

    def __init__(self, allowed: Iterable[str]) -> None:
        names = [name.rstrip("/").encode() for name in allowed]
        self._every = b"*" in names
        self._allowed = frozenset(names)
        self.varies = bool(names) and not self._every

    def preflight(self, exchange: Exchange) -> Reply:
        """The answer to a browser that asks first. Raises: OriginNotAllowed."""
        headers = self.of(exchange.origin)
        if exchange.origin is None or len(headers) < len((_VARY, _EXPOSED)):
            raise OriginNotAllowed
        return Reply(204, [*headers, *_PREFLIGHT], b"")

    def of(self, origin: bytes | None) -> list[Header]:
        """The headers of an answer to this origin."""
        if self._every:
            return [(b"access-control-allow-origin", b"*"), _EXPOSED]
        if not self.varies:
            return []
        if origin not in self._allowed:
            return [_VARY]
        return [_VARY, (b"access-control-allow-origin", origin or b""), _EXPOSED]
