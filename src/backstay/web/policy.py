"""Policies: who may ask; every route has one, or the service refuses to start (R-100)."""

import inspect
from collections.abc import Iterable
from typing import Annotated, get_args

from fastapi import Depends, Request, params
from fastapi.security import HTTPBearer

from backstay.auth.tokens import Tokens
from backstay.data.caller import Caller
from backstay.errors import Forbidden
from backstay.web.exchange import Exchange, exchange_of

_bearer = HTTPBearer(auto_error=False, description="The access token that login gave.")


class Allow:
    """Lets these roles in: 401 without a caller, 403 for another role.

    Stands in a signature as `Annotated[Caller, Depends(Allow("admin", "member"))]`.
    """

    def __init__(self, *roles: str) -> None:
        self.roles = frozenset(roles)

    async def admit(self, tokens: Tokens, exchange: Exchange) -> Caller:
        """The caller of this request, or the refusal."""
        caller = exchange.caller
        if caller is None:
            header = exchange.authorization
            caller = tokens.remembered(header) or await tokens.verify(header)
            exchange.caller = caller
        if caller.role not in self.roles:
            raise Forbidden
        return caller

    async def __call__(
        self, request: Request, _token: Annotated[object, Depends(_bearer)]
    ) -> Caller:
        """For stock FastAPI."""
        return await self.admit(request.app.state.tokens, exchange_of(request.scope))


def has_policy(call: object, dependencies: Iterable[object] = ()) -> bool:
    """Whether an endpoint says who may ask, in its signature or in its route's dependencies."""
    if isinstance(call, Allow) or call is anyone:
        return True
    named = [given.dependency for given in dependencies if isinstance(given, params.Depends)]
    return any(has_policy(needed) for needed in (*named, *_needs(call)))


def _needs(call: object) -> list[object]:
    """The dependencies in a signature; nothing for what has none."""
    try:
        found = inspect.signature(call, eval_str=True).parameters.values()  # type: ignore[arg-type]  # what is no callable raises
    except (TypeError, ValueError, NameError):
        return []
    marks = [mark for one in found for mark in (*get_args(one.annotation), one.default)]
    return [mark.dependency for mark in marks if isinstance(mark, params.Depends)]


async def anyone() -> None:
    """The policy of routes that need no caller, said where it applies: `Depends(anyone)`."""


Anyone = Annotated[None, Depends(anyone)]
