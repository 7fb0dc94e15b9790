"""Keeping: answers of operations that are marked `cached`, made anew or taken from the cache."""

from collections.abc import Awaitable, Callable
from functools import partial
from hashlib import blake2b
from typing import Any

from starlette.datastructures import State
from starlette.responses import Response

from backstay.cache import Kept, KeptAnswers
from backstay.web.answers import NOT_MODIFIED, OK, known
from backstay.web.exchange import Exchange
from backstay.web.promises import Promise
from backstay.web.reply import Reply

Fresh = Callable[[], Awaitable[Reply | Response]]


def cache_of(state: State, promise: Promise) -> KeptAnswers:
    """The service's cache, made at first use; from now on it hears of writes to these models."""
    cache: KeptAnswers | None = state.cache
    settings = state.settings
    if cache is None:
        cache = state.cache = KeptAnswers(settings.shared_redis, f"{settings.app_name}:cache")
        state.metrics.counters["backstay_cache"] = lambda: dict(cache.counts)
        state.watched = set()
    for model, table in zip(promise.models, promise.tables, strict=True):
        if table not in state.watched:
            state.watched.add(table)
            state.database.watch(model, partial(_touch, cache, table))
    return cache


async def kept_reply(
    cache: KeptAnswers, promise: Promise, scope: Any, exchange: Exchange, fresh: Fresh
) -> Reply | Response:
    """The answer to a read, from the cache where it is; a known ETag makes it a 304.

    Only good answers that are whole are kept, each for one caller in one role.
    """
    condition, exchange.if_none_match = exchange.if_none_match, None
    other: list[Reply | Response] = []

    async def make() -> Kept | None:
        reply = await fresh()
        if isinstance(reply, Response) or reply.status != OK:
            other.append(reply)
            return None
        headers = [(name.decode(), value.decode("latin-1")) for name, value in reply.headers]
        if not any(name == "etag" for name, _ in headers):
            headers.append(("etag", f'W/"{blake2b(reply.body, digest_size=12).hexdigest()}"'))
        return Kept(headers, reply.body.decode())

    key = _key(scope, exchange)
    kept = await cache.answer(key, promise.tables, promise.seconds, make)
    if kept is None:
        return other[0]
    headers = [(name.encode(), value.encode("latin-1")) for name, value in kept.headers]
    tag = next(value for name, value in headers if name == b"etag")
    if known(condition, tag.removeprefix(b"W/")):
        plain = [header for header in headers if not header[0].startswith(b"content-")]
        return Reply(NOT_MODIFIED, plain, b"")
    return Reply(OK, headers, kept.body.encode())


def _key(scope: Any, exchange: Exchange) -> str:
    caller = exchange.caller
    who = f"{caller.user_id} {caller.role}" if caller is not None else "-"
    return f"{who} {scope['path']}?{scope['query_string'].decode('latin-1')}"


def _touch(cache: KeptAnswers, table: str, _row_id: object) -> None:
    cache.touch(table)
