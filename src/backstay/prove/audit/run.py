"""Run: every question to one service, in an order in which none disturbs those before it."""

import os
import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic
from urllib.parse import urlsplit

from backstay.prove.attempt import Try
from backstay.prove.audit.caller import Caller
from backstay.prove.audit.checks import (
    badinput,
    conform,
    errors,
    headers,
    latency,
    lists,
    methods,
    ownership,
    refusals,
    security,
)
from backstay.prove.audit.curl import Curl
from backstay.prove.audit.identity import Identity
from backstay.prove.audit.learn import learn
from backstay.prove.audit.locate import located
from backstay.prove.audit.modern import modern
from backstay.prove.audit.question import Question
from backstay.prove.audit.report import Audit
from backstay.prove.audit.visit import Visit
from backstay.prove.evidence.result import Result
from backstay.prove.running.judge import tried

CHECKS = (
    security, ownership, conform, lists, methods, headers, latency, refusals, badinput, errors,
)  # fmt: skip
"""Authorization first; what may leave junk behind last, and then what it provoked."""
NAMES = tuple(one.__name__.rpartition(".")[2] for one in CHECKS)

Begin = Callable[[Sequence[Question]], None]
Tell = Callable[[Result], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be audited, and how far an audit may go.

    Attributes:
        target: a URL; document: where the OpenAPI document is, empty for the usual places.
        me, other: who asks. ids: values of path parameters by name. allowed: other hosts.
        writes: whether anything but reads is sent. only: names of checks, all when empty.
        requests, seconds: how many, and how long, at most.
    """

    target: str
    document: str = ""
    me: Identity | None = None
    other: Identity | None = None
    ids: Mapping[str, str] = field(default_factory=dict)
    allowed: tuple[str, ...] = ()
    writes: bool = False
    only: tuple[str, ...] = ()
    requests: int = 20_000
    seconds: float = 900.0


async def audited(order: Order, begin: Begin, tell: Tell) -> Audit:
    """Audit a service.

    Args: order; begin hears which questions there are, tell of each result as it comes.
    Raises: NotLoopbackError, NoDocumentError, SpentError.
    """
    began, now = monotonic(), datetime.now(UTC).isoformat(timespec="seconds")
    caller = caller_of(order)
    try:
        visit, where = await visited(order, caller)
        questions = list(_questions(visit, order.only))
        begin(questions)
        curl = Curl(caller.base, [one for one in (order.me, order.other) if one])
        results = []
        for one in questions:
            results.append(await tried(one, Try, caller, where, curl.script))
            tell(results[-1])
        info = visit.openapi.content.get("info") or {}
        return Audit(
            target=order.target,
            document=where,
            title=str(info.get("title", "a service")),
            version=str(info.get("version", "")),
            began=now,
            machine=machine(),
            writes=order.writes,
            results=tuple(results),
            seconds=round(monotonic() - began, 1),
            requests=caller.sent,
        )
    finally:
        await caller.close()


def caller_of(order: Order) -> Caller:
    """Who sends for an order. Raises: NotLoopbackError."""
    parts = urlsplit(order.target)
    return Caller(f"{parts.scheme}://{parts.netloc}", order.allowed, order.requests, order.seconds)


async def visited(order: Order, caller: Caller) -> tuple[Visit, str]:
    """The service with its document read and ids learned, and where the document was.

    Raises: NoDocumentError, SpentError.
    """
    prefix = urlsplit(order.target).path.rstrip("/")
    found = await located(caller, order.me or Identity(""), prefix, order.document)
    content = modern(found.content, prefix)
    visit = Visit(caller, content, order.me, order.other, writes=order.writes, named=order.ids)
    await learn(visit)
    return visit, found.where


def _questions(visit: Visit, only: Sequence[str]) -> Iterator[Question]:
    for name, check in zip(NAMES, CHECKS, strict=True):
        if name in (only or NAMES):
            yield from check.questions(visit)


def machine() -> str:
    """What the audit ran on."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count() or 1} cores"
