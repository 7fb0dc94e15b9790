"""Every route of a service with its full path, compiled where that is possible."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from fastapi.responses import JSONResponse
from starlette.routing import compile_path

from backstay.web.compiled import Compiled
from backstay.web.encode import encoder
from backstay.web.operation import OperationRoute
from backstay.web.plan import Plan
from backstay.web.policy import has_policy
from backstay.web.promises import deadline_of

_BODILESS = {204, 205, 304}
_PLAIN = re.compile(r"(/([^{}/]*|\{\w+\}))*")

_USUAL = {
    "response_model_include": None,
    "response_model_exclude": None,
    "response_model_by_alias": True,
    "response_model_exclude_defaults": False,
    "response_model_exclude_none": False,
    "max_body_size": None,
}
"""Options of a route that only stock FastAPI understands, as they are where nobody sets them."""


@dataclass(frozen=True, slots=True)
class Found:
    """One method on one path: compiled, or the reason why stock FastAPI answers it.

    `guarded` is whether it says who may ask; `deadline` as Exchange has it.
    """

    method: str
    template: str
    plan: Plan | None
    compiled: Compiled | None
    why_not: str
    guarded: bool
    deadline: float = 0.0


def routes_of(service: FastAPI) -> list[Found]:
    """All routes in the order in which Starlette would try them."""
    found: list[Found] = []
    earlier: list[tuple[str, re.Pattern[str], str]] = []
    for route in _effective(service.routes):
        if not getattr(route, "methods", None) or not route.path:
            continue
        pattern = compile_path(route.path)[0]
        for method in sorted(route.methods):
            first = [path for m, p, path in earlier if m == method and p.match(route.path)]
            found.append(_found(route, method, service, first[0] if first else ""))
            earlier.append((method, pattern, route.path))
    return found


def _found(route: Any, method: str, service: FastAPI, first: str) -> Found:
    original = getattr(route, "original_route", route)
    plan = original.plan if isinstance(original, OperationRoute) else None
    why_not = f"{first} is declared before it" if first else _why_not(route, plan)
    endpoint = getattr(original, "operation", route.endpoint)
    guarded = has_policy(endpoint, getattr(route, "dependencies", ()))
    deadline = deadline_of(endpoint)
    if plan is None or why_not:
        return Found(method, route.path, plan, None, why_not, guarded, deadline)
    model = route.response_model
    unset = bool(getattr(original, "response_model_exclude_unset", False))
    encode = None if model is None else encoder(model, exclude_unset=unset)
    compiled = Compiled(plan, route.path, encode, route.status_code or 200, service.state)
    return Found(method, route.path, plan, compiled, "", guarded, deadline)


def _why_not(route: Any, plan: Plan | None) -> str:
    if plan is None:
        return "it is not an OperationRoute"
    if plan.why_not:
        return plan.why_not
    if getattr(route, "dependencies", None):
        return "its router brings dependencies"
    if not _PLAIN.fullmatch(route.path):
        return "its path has more than words and whole `{name}` segments"
    return _unusual(route)


def _unusual(route: Any) -> str:
    """What is special about a route's answer; empty where nothing is."""
    if route.response_model is None and route.status_code not in _BODILESS:
        return "it has no response model"
    chosen = getattr(route, "response_class", JSONResponse)
    if getattr(chosen, "value", chosen) is not JSONResponse:
        return "it has a response class of its own"
    changed = [name for name, usual in _USUAL.items() if getattr(route, name, usual) != usual]
    return f"it sets {changed[0]}" if changed else ""


def _effective(routes: Any) -> Iterable[Any]:
    """Every route with its full path: FastAPI resolves include_router lazily since 0.13x."""
    try:
        from fastapi.routing import iter_route_contexts  # noqa: PLC0415 newer FastAPI only
    except ImportError:
        return list(routes)
    contexts: Iterable[Any] = iter_route_contexts(routes)
    return contexts
