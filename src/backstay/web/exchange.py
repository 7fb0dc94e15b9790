"""Exchange: what one request carries for the runtime, read from the headers in one pass."""

import os
import re
from itertools import count
from time import perf_counter
from typing import Any

from backstay.data.caller import Caller
from backstay.data.idempotency import Key
from backstay.data.unit_of_work import UnitOfWork

_PREFIX = os.urandom(8).hex()
_COUNTER = count(1)
_GOOD_ID = re.compile(rb"[A-Za-z0-9._-]{8,64}")
_WANTED = {
    b"accept": "accept",
    b"authorization": "authorization",
    b"content-encoding": "content_encoding",
    b"content-length": "content_length",
    b"content-type": "content_type",
    b"idempotency-key": "idempotency_key",
    b"if-match": "if_match",
    b"if-none-match": "if_none_match",
    b"x-request-id": "given_id",
}


class Exchange:
    """One request and what became of it."""

    __slots__ = (
        *_WANTED.values(),
        "caller",
        "expired",
        "key",
        "limited",
        "path",
        "request_id",
        "result",
        "route",
        "started",
        "status",
        "work",
    )

    def __init__(self, headers: list[tuple[bytes, bytes]]) -> None:
        self.accept: bytes | None = None
        self.authorization: bytes | None = None
        self.content_encoding: bytes | None = None
        self.content_length: bytes | None = None
        self.content_type: bytes | None = None
        self.idempotency_key: bytes | None = None
        self.if_match: bytes | None = None
        self.if_none_match: bytes | None = None
        self.given_id: bytes | None = None
        for name, value in headers:
            slot = _WANTED.get(name)
            if slot is not None:
                setattr(self, slot, value)
        self.request_id = _request_id(self.given_id)
        self.started = perf_counter()
        self.status = 0
        self.route = "unmatched"
        self.path: str | None = None
        self.expired = False
        self.limited: bytes | None = None
        self.caller: Caller | None = None
        self.work: UnitOfWork | None = None
        self.key: Key | None = None
        self.result: object = None


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
