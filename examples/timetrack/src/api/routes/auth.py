"""/auth: sign-up, login, refresh and logout; what they do is in AuthService."""

from backstay.auth import TokenPair
from backstay.web import Anyone, Authorization, DataOf, OperationRoute, errors, within
from fastapi import APIRouter, status

from src.api.dependencies.auth import Auth, SignedIn
from src.core import exceptions
from src.core.exceptions import LoginFailed, NotUnique, TokenInvalid, TokenReused
from src.models.user import User
from src.schemas.auth import Login, Refresh, Register
from src.schemas.user import UserRead

router = APIRouter(
    prefix="/auth", tags=["auth"], route_class=OperationRoute, responses=errors(*exceptions.OPEN)
)


@router.post(
    "/register",
    response_model=DataOf[UserRead],
    status_code=status.HTTP_201_CREATED,
    responses=errors(*exceptions.BODY, NotUnique),
)
@within(10)
async def register(_: Anyone, auth: Auth, data: Register) -> User:
    """Sign up."""
    return await auth.register(data)


@router.post(
    "/login", response_model=DataOf[TokenPair], responses=errors(*exceptions.BODY, LoginFailed)
)
@within(10)
async def login(_: Anyone, auth: Auth, data: Login) -> TokenPair:
    """Sign in."""
    return await auth.login(data)


@router.post(
    "/refresh",
    response_model=DataOf[TokenPair],
    responses=errors(*exceptions.BODY, TokenInvalid, TokenReused),
)
@within(10)
async def refresh(_: Anyone, auth: Auth, data: Refresh) -> TokenPair:
    """Get the next tokens of a session; the refresh token is good once."""
    return await auth.refresh(data)


@router.post(
    "/logout", status_code=status.HTTP_204_NO_CONTENT, responses=errors(*exceptions.SIGNED_IN)
)
@within(10)
async def logout(caller: SignedIn, auth: Auth, authorization: Authorization) -> None:
    """Sign out: the tokens of this session are refused from now on."""
    await auth.logout(caller, authorization)
