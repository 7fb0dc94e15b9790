"""Client: sends requests to the subject, from loopback addresses of their own, and keeps them."""

import json
from collections.abc import AsyncIterator, Container, Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

import httpx2

from backstay.prove.evidence.answers import Answers
from backstay.prove.evidence.exchange import Exchange

SECONDS = 30.0
LOCALHOST = "localhost"
MOST_KEPT = 2_000
CHUNK = 16 * 1024


class NotLoopbackError(ValueError):
    """The prover sends nothing to other machines, unless it is told to by name."""


class Client:
    """Requests to one subject, each kept as an exchange.

    `steps` are the same exchanges with the SQL that was run between them, to be shown again;
    `answers` are some of each kind, from the beginning; `http` is what sends.

    Args: base, its URL, on this machine; address, the loopback address to send from; seconds, after
    which an answer is given up; allowed, names of other machines.
    Raises: NotLoopbackError.
    """

    def __init__(
        self,
        base: str,
        address: str | None = None,
        seconds: float = SECONDS,
        allowed: Container[str] = (),
    ) -> None:
        if not is_loopback(base) and urlsplit(base).hostname not in allowed:
            raise NotLoopbackError(f"{base} is not on this machine; the prover stays on loopback")
        transport = httpx2.AsyncHTTPTransport(local_address=address, retries=0)
        self.http = httpx2.AsyncClient(base_url=base, transport=transport, timeout=seconds)
        self.base = base
        self.kept: list[Exchange] = []
        self.steps: list[Exchange | str] = []
        self.answers = Answers()
        self.sent = 0

    async def send(
        self,
        method: str,
        path: str,
        *,
        who: str = "",
        token: str = "",
        body: Any = None,
        raw: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        signs_in: str = "",
        chunked: bool = False,
    ) -> Exchange:
        """One request; `body` goes as JSON, `raw` as it is, `chunked` without saying its length.

        Raises: httpx2.HTTPError when no answer came.
        """
        given = dict(headers or {})
        content = raw
        if raw is None and body is not None:
            content = json.dumps(body).encode()
            given.setdefault("content-type", "application/json")
        sent = {**given, "authorization": f"Bearer {token}"} if token else given
        flowing = _chunks(content) if chunked and content else content
        answer = await self.http.request(method, path, content=flowing, headers=sent)
        text = "" if content is None else content.decode("utf-8", "backslashreplace")
        exchange = Exchange(
            who,
            method,
            path,
            text,
            given,
            answer.status_code,
            dict(answer.headers),
            answer.content,
            signs_in,
        )
        return self.keep(exchange)

    def keep(self, exchange: Exchange) -> Exchange:
        """Count an exchange, and keep it while there are not too many."""
        self.note(exchange)
        if len(self.kept) < MOST_KEPT:
            self.kept.append(exchange)
            self.steps.append(exchange)
        return exchange

    def note(self, exchange: Exchange) -> None:
        """Count an exchange, and show its answer to whoever compares all of them."""
        self.sent += 1
        self.answers.see(exchange)

    def forget(self) -> None:
        """Begin a new list of exchanges and steps."""
        self.kept.clear()
        self.steps.clear()

    async def close(self) -> None:
        """Close every connection."""
        await self.http.aclose()


def is_loopback(base: str) -> bool:
    """Whether a URL leads to this machine, by its host alone."""
    host = urlsplit(base).hostname or ""
    if host == LOCALHOST:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


async def _chunks(body: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(body), CHUNK):
        yield body[start : start + CHUNK]
