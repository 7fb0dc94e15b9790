"""Envelope: what must be right about a request before anybody reads it."""

import re
from collections.abc import Iterable

from starlette.types import Scope

from backstay.errors import HeadersTooLarge, HostNotAllowed, HostRequired, UriTooLong
from backstay.web.exchange import Exchange

MOST_KEPT = 1000
_HOST = re.compile(
    rb"(\[[0-9a-f:.]+\]|[a-z0-9_](?:[a-z0-9_.-]{0,253}))(?::(\d{1,5}))?", re.IGNORECASE
)
OPERATORS = frozenset({"/health", "/ready"})
"""Asked by whoever runs the machine: by address, without its proxy, and as often as they like."""

_GREATEST_PORT = 65535


class Envelope:
    """Sizes and host.

    Args: hosts, the names that the service goes by, `*.example.org` for all below, none for any;
    headers, how many there may be; header_bytes and uri_bytes, how long they may be together.
    """

    def __init__(
        self, hosts: Iterable[str], *, headers: int, header_bytes: int, uri_bytes: int
    ) -> None:
        names = [name.lower().encode() for name in hosts]
        self._any = not names or b"*" in names
        self._names = {name for name in names if not name.startswith(b"*.")}
        self._below = tuple(name[1:] for name in names if name.startswith(b"*."))
        self._headers = headers
        self._header_bytes = header_bytes
        self._uri_bytes = uri_bytes
        self._good: set[bytes] = set()

    def check(self, scope: Scope, exchange: Exchange) -> None:
        """Raise UriTooLong, HeadersTooLarge, HostRequired or HostNotAllowed."""
        if len(scope["path"]) + len(scope["query_string"]) > self._uri_bytes:
            raise UriTooLong
        if exchange.header_bytes > self._header_bytes or len(scope["headers"]) > self._headers:
            raise HeadersTooLarge
        host = exchange.host
        if host not in self._good:
            self._check_host(scope, host)

    def _check_host(self, scope: Scope, host: bytes | None) -> None:
        if not host:
            if scope.get("http_version") in {"1.0", "1"}:  # as Uvicorn and as Granian call it
                return
            raise HostRequired
        found = _HOST.fullmatch(host)
        if found is None or int(found[2] or 0) > _GREATEST_PORT:
            raise HostNotAllowed
        name = found[1].lower()
        if not (self._any or name in self._names or name.endswith(self._below)):
            if scope["path"] in OPERATORS:
                return
            raise HostNotAllowed
        if len(self._good) < MOST_KEPT:
            self._good.add(host)
