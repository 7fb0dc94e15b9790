"""What is asked: requests as bytes, the same for every service but for the prefix of the path."""

import json
import pickle
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from backstay.auth.tokens import Tokens
from bench.rows import PER_USER, USERS, poster, reader, task

SECRET = "bench-secret-of-more-than-32-bytes-7f3a9c51d2b8"
COLD = 60_000
"""Enough tokens that none is still remembered when it comes again: 10,000 are, for 30 seconds."""

BODY = json.dumps(
    {
        "title": "New task from the bench",
        "description": "A new description " + "lorem ipsum " * 6,
        "status": "pending",
    }
).encode()
_NOBODY: Any = SimpleNamespace()


@dataclass(frozen=True)
class Workload:
    """One column of the table; `cold` is whether every token is seen for the first time."""

    name: str
    cold: bool = False


ITEM, PAGE, CREATE, KEY = (Workload(name) for name in ("item", "page", "create", "create with key"))
WARM = (ITEM, PAGE, CREATE, KEY)
COLD_ONES = tuple(Workload(name, cold=True) for name in ("item", "page", "create"))


def tokens(many: int, *, posting: bool) -> list[tuple[UUID, str]]:
    """Access tokens of readers or posters in turn, each another one."""
    issuer = Tokens(SECRET, "timetrack", _NOBODY, minutes=60, memory=0)
    people = [poster(n) if posting else reader(n) for n in range(USERS)]
    ids = [people[number % USERS] for number in range(many)]
    return [(one, issuer.issue(one, one, "member").access_token) for one in ids]


def write(folder: Path, workload: Workload, prefix: str) -> Path:
    """The file of a workload, for `bench.load`."""
    posting = workload.name.startswith("create")
    given = tokens(COLD if workload.cold else USERS, posting=posting)
    asked = [
        _request(workload.name, prefix, number, token) for number, (_, token) in enumerate(given)
    ]
    kind = "cold" if workload.cold else "warm"
    path = folder / f"{workload.name}-{kind}{prefix.replace('/', '-')}.requests"
    path.write_bytes(pickle.dumps(asked))
    return path


def _request(name: str, prefix: str, number: int, token: str) -> bytes:
    head = f"Host: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
    if name == "item":
        own = task(number % USERS + USERS * (number * 7 % PER_USER))
        return f"GET {prefix}/tasks/{own} HTTP/1.1\r\n{head}\r\n".encode()
    if name == "page":
        return f"GET {prefix}/tasks?limit=20 HTTP/1.1\r\n{head}\r\n".encode()
    key = "Idempotency-Key: %KEY%\r\n" if name == "create with key" else ""
    more = f"Content-Type: application/json\r\nContent-Length: {len(BODY)}\r\n{key}"
    return f"POST {prefix}/tasks HTTP/1.1\r\n{head}{more}\r\n".encode() + BODY
