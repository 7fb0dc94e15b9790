"""Plan: how to call an endpoint, read once from its signature with public means only."""

import inspect
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from typing import Annotated, Any, get_args, get_origin

from fastapi import params
from pydantic import BaseModel, TypeAdapter
from starlette.concurrency import run_in_threadpool

from backstay.web.given import Fill, fill_of
from backstay.web.policy import Allow, anyone
from backstay.web.promises import cached_of
from backstay.web.transaction import unit_of_work

CALLER, WORK, QUERY, BODY, FIRST_FREE = range(5)


class Unplanned(Exception):
    """Something in a signature that only stock FastAPI should do; says what."""


@dataclass(frozen=True, slots=True)
class Step:
    """One call, awaited; `pick` finds its arguments in the slots, in the order of its signature."""

    call: Callable[..., Awaitable[Any]]
    pick: Callable[[list[Any]], tuple[Any, ...]]


def step(call: Callable[..., Any], slots: Sequence[int]) -> Step:
    """The step that calls something; plain functions run in a thread, as FastAPI runs them."""
    awaited = call if inspect.iscoroutinefunction(call) else partial(run_in_threadpool, call)
    if len(slots) > 1:
        return Step(awaited, itemgetter(*slots))
    return Step(awaited, lambda values: tuple(values[slot] for slot in slots))


class Plan:
    """What an endpoint needs, in slots: its policy, inputs to validate, dependencies in order.

    Attributes:
        allow: who may ask; None where `public`, or where there is no policy at all.
        promise: how long answers are kept; None where they are not.
        why_not: the reason why stock FastAPI must answer; None when the plan is complete.
    """

    def __init__(self, endpoint: Callable[..., Any]) -> None:
        self.allow: Allow | None = None
        self.public = False
        self.why_not: str | None = None
        self.path: list[tuple[str, int, Callable[[Any], Any]]] = []
        self.query: type[BaseModel] | None = None
        self.body: type[BaseModel] | None = None
        self.fills: list[tuple[int, Fill]] = []
        self.uses_work = False
        self.steps: list[tuple[int, Step]] = []
        self.size = FIRST_FREE
        self._slots: dict[Any, int] = {}
        self.endpoint = step(endpoint, ())
        self.promise = cached_of(endpoint)
        if not inspect.iscoroutinefunction(endpoint):
            self.why_not = "the endpoint is not async"
        try:
            self.endpoint = step(endpoint, self._needs(endpoint, top=True))
        except Unplanned as reason:
            self.why_not = str(reason)

    def _needs(self, call: Callable[..., Any], *, top: bool = False) -> list[int]:
        signature = inspect.signature(call, eval_str=True)
        found = signature.parameters.items()
        return [self._slot(name, parameter, top=top) for name, parameter in found]

    def _slot(self, name: str, parameter: inspect.Parameter, *, top: bool) -> int:
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY:
            raise Unplanned(f"parameter `{name}` is keyword-only")
        kind, extras = _split(parameter.annotation)
        for extra in extras:
            if isinstance(extra, params.Depends):
                return self._dependency(extra.dependency)
        if any(isinstance(extra, params.Query) for extra in extras) and _is_model(kind):
            self.query = kind
            return QUERY
        if any(isinstance(extra, params.Path) for extra in extras):
            return self._path(name, parameter.annotation)
        if top and _is_model(kind) and not extras and self.body in {None, kind}:
            self.body = kind
            return BODY
        raise Unplanned(f"parameter `{name}` is not one of ours")

    def _dependency(self, call: Any) -> int:
        if isinstance(call, Allow):
            if self.allow not in {None, call}:
                raise Unplanned("it has two policies")
            self.allow = call
            return CALLER
        if call is unit_of_work:
            self.uses_work = True
            return WORK
        if call is anyone:
            self.public = True
            return self._new_slot()
        if call not in self._slots:
            self._slots[call] = self._step(call)
        return self._slots[call]

    def _step(self, call: Any) -> int:
        fill = fill_of(call)
        if fill is not None:
            self.fills.append((self._new_slot(), fill))
            return self.size - 1
        if (
            not inspect.isroutine(call)
            or inspect.isgeneratorfunction(call)
            or inspect.isasyncgenfunction(call)
        ):
            name = getattr(call, "__name__", type(call).__name__)
            raise Unplanned(f"dependency `{name}` is no plain function")
        needed = step(call, self._needs(call))
        self.steps.append((self._new_slot(), needed))
        return self.size - 1

    def _path(self, name: str, annotation: Any) -> int:
        # a slot for each who asks: what one takes for a UUID, another may take for text
        validate = TypeAdapter(annotation).validator.validate_python
        self.path.append((name, self._new_slot(), validate))
        return self.size - 1

    def _new_slot(self) -> int:
        self.size += 1
        return self.size - 1


def _split(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    if get_origin(annotation) is Annotated:
        kind, *extras = get_args(annotation)
        return kind, tuple(extras)
    return annotation, ()


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
