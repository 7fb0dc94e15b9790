"""Exchange: what one request carries for the runtime, read from the headers in one pass."""

import os
import re
from itertools import count
from time import perf_counter
from typing import Any

from backstay.data.caller import Caller
from backstay.data.idempotency import Key
from backstay.data.unit_of_work import UnitOfWork
from backstay.errors import BackstayError

_PREFIX = os.urandom(8).hex()
_COUNTER = count(1)
_GOOD_ID = re.compile(rb"[A-Za-z0-9._-]{8,64}")
_WANTED = {
    b"accept": "accept",
    b"access-control-request-method": "asked_method",
    b"authorization": "authorization",
    b"content-encoding": "content_encoding",
    b"content-length": "content_length",
    b"content-type": "content_type",
    b"host": "host",
    b"idempotency-key": "idempotency_key",
    b"if-match": "if_match",
    b"if-none-match": "if_none_match",
    b"origin": "origin",
    b"transfer-encoding": "transfer_encoding",
    b"x-forwarded-for": "forwarded_for",
    b"x-forwarded-proto": "forwarded_proto",
    b"x-request-id": "given_id",
}
_EMPTY = {None, b"0"}


class Exchange:
    """One request and what became of it.

    Attributes:
        address: the client's, behind proxies that we trust.
        network: what is counted together with it: the address itself, or its /64.
        deadline: seconds that the request may take; 0 while only the service's own holds.
        since: from when on the deadline counts: the body has come.
        receiving: whether the client has to send more of the body.
        unread: whether a body, or some of it, has not been read yet.
        expired: what to answer, once the request took too long.
        limited: the values of RateLimit-Policy and RateLimit.
    """

    accept: bytes | None = None
    asked_method: bytes | None = None
    authorization: bytes | None = None
    content_encoding: bytes | None = None
    content_length: bytes | None = None
    content_type: bytes | None = None
    forwarded_for: bytes | None = None
    forwarded_proto: bytes | None = None
    given_id: bytes | None = None
    host: bytes | None = None
    idempotency_key: bytes | None = None
    if_match: bytes | None = None
    if_none_match: bytes | None = None
    origin: bytes | None = None
    transfer_encoding: bytes | None = None

    status: int = 0
    route: str = "unmatched"
    path: str | None = None
    address: str = "unknown"
    network: str = "unknown"
    deadline: float = 0.0
    receiving: bool = False
    expired: BackstayError | None = None
    limited: tuple[bytes, bytes] | None = None
    caller: Caller | None = None
    work: UnitOfWork | None = None
    key: Key | None = None
    result: object = None

    def __init__(self, headers: list[tuple[bytes, bytes]]) -> None:
        size = 0
        for name, value in headers:
            size += len(name) + len(value)
            slot = _WANTED.get(name)
            if slot is not None:
                # which of two hosts is meant nobody can tell: neither is a name
                setattr(self, slot, value if slot != "host" or self.host is None else b"\0")
        self.header_bytes = size
        length = self.content_length
        self.unread = self.transfer_encoding is not None or length not in _EMPTY
        self.request_id = _request_id(self.given_id)
        self.started = self.since = perf_counter()


def _request_id(given: bytes | None) -> str:
    """The client's own id where it is harmless in logs and headers, else a new one."""
    if given and _GOOD_ID.fullmatch(given):
        return given.decode()
    return f"{_PREFIX}{next(_COUNTER):012x}"


def exchange_of(scope: Any) -> Exchange:
    """The exchange of an ASGI scope; made on the spot where no guard stands in front."""
    found: Exchange | None = scope.get("backstay")
    if found is None:
        found = scope["backstay"] = Exchange(scope["headers"])
    return found
