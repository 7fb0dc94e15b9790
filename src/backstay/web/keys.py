"""Idempotency-Key on POST: kept with the effect, answered again when it comes again (R-090)."""

import re
from datetime import timedelta

from backstay.data.idempotency import Key, KeyReused
from backstay.data.unit_of_work import UnitOfWork
from backstay.errors import IdempotencyKeyInvalid, IdempotencyKeyReused
from backstay.errors.keys import MOST
from backstay.settings import ServiceSettings
from backstay.web.exchange import Exchange
from backstay.web.reply import Reply

_SHAPE = re.compile(rb"[\x21-\x7e]{1,%d}" % MOST)


def check_key(exchange: Exchange, method: str) -> None:
    """Refuse a header that is no key, before anything is read. Raises: IdempotencyKeyInvalid."""
    header = exchange.idempotency_key
    if header is None or method != "POST" or exchange.caller is None:
        return
    if not _SHAPE.fullmatch(header):
        raise IdempotencyKeyInvalid


def note_key(
    exchange: Exchange, method: str, path: str, body: bytes, settings: ServiceSettings
) -> None:
    """Remember the key of a POST by a known caller; each route has keys of its own."""
    header = exchange.idempotency_key
    if header is None or method != "POST" or exchange.caller is None:
        return
    name = f"{exchange.route} {header.decode()}"
    request = method.encode(), path.encode(), body
    lasts = timedelta(hours=settings.idempotency_hours)
    exchange.key = Key.of(exchange.caller.user_id, name, *request, lasts=lasts)


async def first_answer(exchange: Exchange) -> Reply | None:
    """The answer of the request that used the key first; None when the key is new.

    Raises: IdempotencyKeyReused when it stood for another request.
    """
    if exchange.key is None or exchange.work is None:
        return None
    work = UnitOfWork(exchange.work.database)
    try:
        stored = await exchange.key.stored(work)
    except KeyReused:
        raise IdempotencyKeyReused from None
    return None if stored is None else Reply.unpacked(stored)


async def replay(exchange: Exchange) -> Reply:
    """The first answer, after the commit has said that there is one."""
    found = await first_answer(exchange)
    if found is None:
        raise RuntimeError("an idempotency key vanished between two statements")
    return found
