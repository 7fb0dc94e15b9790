"""Compiled: one operation answered without FastAPI's solver; what it is unsure of goes to stock."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from starlette.datastructures import State
from starlette.responses import Response

from backstay.data.idempotency import KeyUsed
from backstay.data.unit_of_work import UnitOfWork
from backstay.errors import BackstayError
from backstay.web.answers import finished
from backstay.web.encode import Encode
from backstay.web.exchange import Exchange
from backstay.web.keeping import cache_of, kept_reply
from backstay.web.keys import check_key, first_answer, note_key, replay
from backstay.web.plan import BODY, CALLER, QUERY, WORK, Plan
from backstay.web.queries import read_query, refuse_unknown_query
from backstay.web.reading import check_media, read_json
from backstay.web.reply import JSON, Reply, is_whole, json_reply

ReadBody = Callable[[], Awaitable[bytes]]


class Unsure(Exception):
    """Stock FastAPI must answer; nothing was called yet."""


class Compiled:
    """A plan with its encoder, ready to answer what matches the template of its path."""

    def __init__(
        self, plan: Plan, template: str, encode: Encode | None, status: int, state: State
    ) -> None:
        self._plan = plan
        self._encode = encode
        self._status = status
        self._state = state
        promise = plan.promise
        self._kept: Callable[..., Awaitable[Reply | Response]] | None = None
        if promise is not None:
            self._kept = partial(kept_reply, cache_of(state, promise), promise)
        parts = template.split("/")
        self._path = [
            (parts.index(f"{{{name}}}"), slot, validate) for name, slot, validate in plan.path
        ]
        self._query = _validator(plan.query)
        self._body = _validator(plan.body)

    async def answer(
        self, scope: Any, exchange: Exchange, segments: list[str], read: ReadBody
    ) -> Reply | Response:
        """Admit, validate, call, encode, commit; a response that is not whole is sent as it is.

        Raises: Unsure before anything was called; BackstayError and whatever the endpoint raises.
        """
        plan, state = self._plan, self._state
        if plan.allow is not None:
            await plan.allow.admit(state.tokens, exchange)
        check_key(exchange, scope["method"])
        values: list[Any] = [None] * plan.size
        values[CALLER] = exchange.caller
        if self._query is None:
            refuse_unknown_query(scope["query_string"])
        if self._body is not None:
            check_media(exchange)
        body = await read() if self._body or exchange.idempotency_key else b""
        self._validate(scope, exchange, segments, body, values)
        for slot, fill in plan.fills:
            values[slot] = fill(exchange, state)
        if plan.uses_work:
            exchange.work = values[WORK] = UnitOfWork(state.database)
        if exchange.idempotency_key is not None:
            note_key(exchange, scope["method"], scope["path"], body, state.settings)
        if self._kept is not None:
            return await self._kept(scope, exchange, partial(self._call, scope, exchange, values))
        if exchange.key is None:
            return await self._call(scope, exchange, values)
        async with state.in_flight.alone(exchange.key) as waited:
            first = await first_answer(exchange) if waited else None
            return first or await self._call(scope, exchange, values)

    def _validate(
        self, scope: Any, exchange: Exchange, segments: list[str], body: bytes, values: list[Any]
    ) -> None:
        """Fill the slots of path, query and body; stock FastAPI tells what is wrong with them."""
        try:
            for place, slot, validate in self._path:
                values[slot] = validate(segments[place])
            exchange.path = scope["path"]
            if self._query is not None:
                values[QUERY] = self._query(read_query(scope["query_string"]))
            if self._body is not None:
                values[BODY] = self._body(read_json(body))
        except ValidationError:
            raise Unsure from None

    async def _call(self, scope: Any, exchange: Exchange, values: list[Any]) -> Reply | Response:
        work, key = exchange.work, exchange.key
        try:
            for slot, step in self._plan.steps:
                values[slot] = await step.call(*step.pick(values))
            endpoint = self._plan.endpoint
            result = exchange.result = await endpoint.call(*endpoint.pick(values))
            reply = self._reply(result)
            if isinstance(reply, Reply):
                finished(exchange, reply, scope)
            if work is not None:
                if key is not None and isinstance(reply, Reply):
                    key.keep(work, reply.packed())
                await work.commit()
                if (cache := self._state.cache) is not None and cache.pending:
                    await cache.settle()
        except KeyUsed:
            return await replay(exchange)
        except BaseException as error:
            if work is not None:
                await work.rollback()
            repeated = await first_answer(exchange) if isinstance(error, BackstayError) else None
            if repeated is None:
                raise
            return repeated
        return reply

    def _reply(self, result: Any) -> Reply | Response:
        if isinstance(result, Response):
            return Reply.of(result) if is_whole(result) else result
        if self._encode is None:
            # FastAPI sends its content type even without a body
            return Reply(self._status, [JSON], b"")
        return json_reply(self._status, self._encode(result))


def _validator(model: type[BaseModel] | None) -> Callable[[Any], Any] | None:
    return None if model is None else TypeAdapter(model).validator.validate_python
