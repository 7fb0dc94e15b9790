"""Security headers on every answer (R-107, R-108)."""

from backstay.errors import Header

_CLOSED = b"default-src 'none'; frame-ancestors 'none'"
# the pages of FastAPI load their script and style from its CDN, and start with an inline script
_DOCS = (
    b"default-src 'none'; script-src https://cdn.jsdelivr.net 'unsafe-inline'; "
    b"style-src https://cdn.jsdelivr.net 'unsafe-inline'; img-src https: data:; "
    b"connect-src 'self'; frame-ancestors 'none'"
)
_COMMON: list[Header] = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (b"server", b""),  # Granian would put its own name there
]
_HSTS: Header = (b"strict-transport-security", b"max-age=63072000; includeSubDomains")


class SecurityHeaders:
    """The headers of one service; `docs` are the paths of its documentation pages."""

    def __init__(self, *, docs: frozenset[str]) -> None:
        self._docs = docs
        self._closed = [*_COMMON, _HSTS, (b"content-security-policy", _CLOSED)]
        self._open = [*_COMMON, _HSTS, (b"content-security-policy", _DOCS)]

    def of(self, path: str) -> list[Header]:
        """The headers of an answer on this path."""
        return self._open if path in self._docs else self._closed
