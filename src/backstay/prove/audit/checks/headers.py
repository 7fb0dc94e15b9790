"""headers: no guessing of content types, no foreign origin with credentials, no versions told."""

import re
from collections.abc import Iterator, Mapping

from backstay.prove.attempt import Try, UncontrolledError
from backstay.prove.audit.learn import GOOD
from backstay.prove.audit.question import SERVICE, Question, question
from backstay.prove.audit.visit import Visit
from backstay.prove.badinput.case import Attack
from backstay.prove.evidence.exchange import Exchange

EVIL = "https://evil.example"
NOWHERE_AT_ALL = "/backstay-audit-nothing-is-here"
_VERSION = re.compile(r"\d")
MOST = 10


def questions(visit: Visit) -> Iterator[Question]:
    """Three, of the service as a whole."""
    headers = _Headers(visit)
    guess, origin = "browsers must not guess content types", "foreign origins get no credentials"
    yield question("headers", SERVICE, guess, headers.sniffing)
    yield question("headers", SERVICE, origin, headers.origin)
    yield question("headers", SERVICE, "no product and version is told", headers.banner)


class _Headers:
    def __init__(self, visit: Visit) -> None:
        self.visit = visit

    async def sniffing(self, attempt: Try) -> None:
        for seen in await self._answers(attempt, ()):
            said = seen.answered.get("x-content-type-options", "")
            why = f"an answer {seen.status} has no `x-content-type-options: nosniff`"
            if not attempt.require(said.lower() == "nosniff", why, seen):
                return

    async def origin(self, attempt: Try) -> None:
        for seen in await self._answers(attempt, (("origin", EVIL),)):
            allowed = seen.answered.get("access-control-allow-origin", "")
            trusted = seen.answered.get("access-control-allow-credentials", "").lower() == "true"
            why = f"the origin {EVIL} is allowed as `{allowed}`, with credentials"
            if not attempt.require(not (trusted and allowed in (EVIL, "*")), why, seen):
                return

    async def banner(self, attempt: Try) -> None:
        for seen in await self._answers(attempt, ()):
            told = _told(seen.answered)
            if not attempt.require(not told, f"the answer says `{told}`", seen):
                return

    async def _answers(self, attempt: Try, headers: tuple[tuple[str, str], ...]) -> list[Exchange]:
        """Good answers of operations that are read, and one of what is nowhere."""
        visit, seen = self.visit, []
        for operation in [one for one in visit.all if one.reads][:MOST]:
            plain = visit.plain(operation)
            answer = await visit.ask(Attack("GET", plain.target, headers))
            if answer.status in GOOD:
                seen.append(answer)
        if not seen:
            raise UncontrolledError("nothing was answered well, so no headers of such answers")
        attempt.controls += len(seen)
        return [*seen, await visit.ask(Attack("GET", NOWHERE_AT_ALL, headers))]


def _told(headers: Mapping[str, str]) -> str:
    powered = headers.get("x-powered-by", "")
    if powered:
        return f"x-powered-by: {powered}"
    server = headers.get("server", "")
    return f"server: {server}" if _VERSION.search(server) else ""
