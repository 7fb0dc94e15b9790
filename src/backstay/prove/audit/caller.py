"""Caller: sends an audit's requests exactly as they are written, so many and no more."""

from collections.abc import Container
from time import monotonic

import httpx2

from backstay.prove.attempt import UncontrolledError
from backstay.prove.audit.identity import NOBODY, Identity
from backstay.prove.badinput.case import Attack
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.world.client import Client

ANSWER_SECONDS = 10.0
NO_ANSWER = 0


class SpentError(UncontrolledError):
    """The audit has used up what it was given; what is left is unproven."""


class Caller(Client):
    """Requests to the audited service, as somebody or as nobody.

    Args: base, scheme, host and port; allowed, hosts besides this machine; requests, how many may
    be sent; seconds, how long all of it may take.
    Raises: NotLoopbackError.
    """

    def __init__(
        self, base: str, allowed: Container[str] = (), requests: int = 20_000, seconds: float = 900
    ) -> None:
        super().__init__(base, seconds=ANSWER_SECONDS, allowed=allowed)
        self.most = requests
        self.seconds = seconds
        self.began = monotonic()

    async def ask(self, attack: Attack, who: Identity = NOBODY) -> Exchange:
        """The answer; status 0 and the reason as a body where none came.

        Raises: SpentError.
        """
        self.spend()
        request = self.http.build_request(
            attack.method,
            "/",
            headers=[*attack.headers, *who.headers],
            content=attack.body or None,
        )
        request.url = self.http.base_url.copy_with(raw_path=attack.target.encode())
        sent = attack.body.decode("utf-8", "surrogateescape")
        given = dict(attack.headers)
        try:
            answer = await self._sent(request)
        except httpx2.HTTPError as error:
            why = type(error).__name__.encode()
            seen = Exchange(who.name, attack.method, attack.target, sent, given, 0, {}, why)
        else:
            headers = {name.lower(): value for name, value in answer.headers.items()}
            seen = Exchange(
                who.name,
                attack.method,
                attack.target,
                sent,
                given,
                answer.status_code,
                headers,
                answer.content,
            )
        return self.keep(seen)

    async def _sent(self, request: httpx2.Request) -> httpx2.Response:
        """The answer; a connection that was closed since the last request is opened anew, once."""
        try:
            return await self.http.send(request)
        except (httpx2.ReadError, httpx2.RemoteProtocolError):
            return await self.http.send(request)

    def spend(self, amount: int = 1) -> None:
        """Say that so many requests are about to be sent. Raises: SpentError."""
        if self.sent + amount > self.most:
            raise SpentError(f"the audit has sent its {self.most} requests; --requests allows more")
        if monotonic() - self.began > self.seconds:
            raise SpentError(f"the audit has taken its {self.seconds:g} s; --seconds allows more")
