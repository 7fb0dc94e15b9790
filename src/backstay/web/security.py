"""What the sign-in routes of a project ask for."""

from typing import Annotated

from fastapi import Depends, Request

from backstay.auth.attempts import Attempts, LoginLimits
from backstay.auth.sign_in import SignIn
from backstay.web.exchange import exchange_of
from backstay.web.given import given


@given(lambda _, state: state.sign_in)
async def sign_in(request: Request) -> SignIn:
    """The service's own."""
    found: SignIn = request.app.state.sign_in
    return found


@given(lambda exchange, state: state.login_limits.of(exchange.network))
async def login_attempts(request: Request) -> Attempts:
    """Those that come from the address of this request."""
    limits: LoginLimits = request.app.state.login_limits
    return limits.of(exchange_of(request.scope).network)


@given(lambda exchange, _: exchange.authorization or b"")
async def authorization(request: Request) -> bytes:
    """The Authorization header as it came."""
    return exchange_of(request.scope).authorization or b""


Security = Annotated[SignIn, Depends(sign_in)]
LoginAttempts = Annotated[Attempts, Depends(login_attempts)]
Authorization = Annotated[bytes, Depends(authorization)]
