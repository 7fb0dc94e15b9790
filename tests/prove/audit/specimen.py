"""A small foreign service, healthy but for what a test breaks."""

import base64
import json
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from backstay.prove.audit.identity import Identity
from tests.prove.audit.described import described
from tests.prove.load.server import plain, serving

PAGE = 100
TRACE = 'Traceback (most recent call last):\n  File "/srv/app.py", line 7, in note'


def token_of(name: str) -> str:
    """A token as services give them, of three parts."""
    parts = ({"alg": "HS256", "typ": "JWT"}, {"sub": name}, {"signed": name})
    return ".".join(
        base64.urlsafe_b64encode(json.dumps(one).encode()).rstrip(b"=").decode() for one in parts
    )


ANN = Identity("me", (("Authorization", f"Bearer {token_of('ann')}"),))
BOB = Identity("other", (("Authorization", f"Bearer {token_of('bob')}"),))


class Specimen:
    """Notes of two people; `breaks` names what is wrong with it."""

    def __init__(self, *breaks: str, notes: int = 150) -> None:
        self.breaks = set(breaks)
        self.silent: Callable[[], bool] = lambda: False
        self.notes = {n: {"id": n, "text": "a", "owner": "ann"} for n in range(1, notes + 1)}
        self.notes[notes + 1] = {"id": notes + 1, "text": "b", "owner": "bob"}

    def answer(self, head: str, body: bytes) -> bytes:
        """The answer to one request, as bytes; empty closes the connection."""
        first, *lines = head.split("\r\n")
        method, target, _ = first.split(" ", 2)
        headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines)}
        status, content = self._answer(method, target, headers, body)
        if status == 0 or self.silent():
            return b""
        if status >= 400 and "trace" in self.breaks:
            content = {"error": TRACE}
        if target == "/openapi.json":
            content = described(self.breaks)
        sent = b"" if status == 204 else json.dumps(content).encode()
        return plain(status, sent, *self._headers(headers))

    def _headers(self, asked: dict[str, str]) -> Iterable[str]:
        yield "Content-Type: application/json"
        if "sniffing" not in self.breaks:
            yield "X-Content-Type-Options: nosniff"
        if "origin" in self.breaks and "origin" in asked:
            yield f"Access-Control-Allow-Origin: {asked['origin']}"
            yield "Access-Control-Allow-Credentials: true"
        if "banner" in self.breaks:
            yield "Server: Specimen/1.2.3"
        if "powered" in self.breaks:
            yield "X-Powered-By: Specimen"

    def _answer(
        self, method: str, target: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, Any]:
        parts = urlsplit(target)
        path, query = unquote(parts.path), parse_qs(parts.query, keep_blank_values=True)
        if path in ("/openapi.json", "/health"):
            return (200, {"up": True}) if method == "GET" else self._refused()
        if not path.startswith("/notes"):
            return 404, {"error": "nothing is here"}
        who = self._who(headers)
        if not who:
            return 401, {"error": "say who you are"}
        if "down" in self.breaks:
            return 500, {"error": "sorry"}
        if path == "/notes":
            return self._all(method, who, query, body)
        return self._one(method, who, path.removeprefix("/notes/"))

    def _who(self, headers: dict[str, str]) -> str:
        given = headers.get("authorization", "").removeprefix("Bearer ")
        known = {token_of("ann"): "ann", token_of("bob"): "bob"}
        if "open" in self.breaks or ("forged" in self.breaks and given):
            return known.get(given, "ann")
        return known.get(given, "")

    def _refused(self) -> tuple[int, Any]:
        return (200, {}) if "methods" in self.breaks else (405, {"error": "not this method"})

    def _all(self, method: str, who: str, query: dict[str, Any], body: bytes) -> tuple[int, Any]:
        if method == "POST":
            return self._made(who, body)
        if method != "GET":
            return self._refused()
        try:
            limit = int(query.get("limit", ["20"])[0])
            int(query.get("offset", ["0"])[0])
        except ValueError:
            return self._bad()
        if "strict" in self.breaks and limit > PAGE:
            return self._bad()
        limit = len(self.notes) if "all" in self.breaks else limit
        own = [one for one in self.notes.values() if one["owner"] == who]
        most = limit if self.breaks & {"unbounded", "all"} else min(limit, PAGE)
        if "missing" in self.breaks:
            own = [{"id": one["id"]} for one in own]
        return 200, {"data": own[: max(0, most)], "total": len(own)}

    def _made(self, who: str, body: bytes) -> tuple[int, Any]:
        try:
            text = json.loads(body)["text"]
        except (ValueError, KeyError, TypeError, RecursionError):
            return self._bad()
        if not isinstance(text, str) or not text.isprintable():
            return self._bad()
        number = max(self.notes) + 1
        self.notes[number] = {"id": number, "text": text, "owner": who}
        return 201, self.notes[number]

    def _one(self, method: str, who: str, number: str) -> tuple[int, Any]:
        if not number.isdigit():
            return self._bad()
        found = self.notes.get(int(number))
        mine = found is not None and (found["owner"] == who or "lax" in self.breaks)
        if method not in ("GET", "DELETE"):
            return self._refused()
        if not mine:
            return 404, {"error": "no such note"}
        if method == "DELETE":
            return 204, self.notes.pop(int(number))
        return 200, found

    def _bad(self) -> tuple[int, Any]:
        if "crash" in self.breaks:
            return 0, None
        return (500 if "fault" in self.breaks else 422), {"error": "that is no good"}


@asynccontextmanager
async def running(specimen: Specimen) -> AsyncIterator[str]:
    """The specimen's URL."""
    async with serving(specimen.answer) as (port, _):
        yield f"http://127.0.0.1:{port}"
