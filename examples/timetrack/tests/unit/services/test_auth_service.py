"""AuthService by itself: what it decides about accounts, over a sign-in that only pretends."""

from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

import pytest

from src.core.exceptions import LoginFailed, TokenInvalid
from src.core.security import Role
from src.models.user import User
from src.schemas.auth import Login, Refresh, Register
from src.services.auth_service import AuthService
from tests.factories.auth import login_body, refresh_body, register_body
from tests.unit.memory import KNOWN, Memory

LOGIN = Login.model_validate(login_body())
REFRESH = Refresh.model_validate(refresh_body())


def auth(*, first: bool = False, right: bool = True, account: dict[str, Any] | None = None) -> Any:
    """The service, over one account or none."""

    async def hashed(password: str) -> str:
        return f"hash of {len(password)} characters"

    async def verified(password: str, stored: str | None) -> bool:
        return right and stored == f"hash of {len(password)} characters"

    async def is_first_admin(*_: object) -> bool:
        return first

    async def rotated(*_: object) -> Any:
        return SimpleNamespace(account_id=KNOWN)

    ended: list[Any] = []
    rows = Memory(User)
    if account is not None:
        stored = {
            "email": LOGIN.email,
            "password_hash": f"hash of {len(LOGIN.password)} characters",
        }
        rows.add({"id": KNOWN, "is_active": True} | stored | account)
    sign_in = SimpleNamespace(
        passwords=SimpleNamespace(hash=hashed, verify=verified),
        sessions=SimpleNamespace(rotate=rotated),
        is_first_admin=is_first_admin,
        open=lambda *_: "new session",
        continued=lambda *_: "same session",
        end=lambda *_: ended.append(KNOWN),
    )
    attempts = SimpleNamespace(at=lambda _: nullcontext())
    parts: list[Any] = [rows, sign_in, attempts]
    return AuthService(*parts), ended


@pytest.mark.parametrize("first", [True, False])
async def test_only_the_first_account_becomes_admin(first: bool) -> None:
    """Whatever the sign-up says."""
    service, _ = auth(first=first)
    account = await service.register(Register.model_validate(register_body()))

    assert (account.role is Role.ADMIN) is first
    assert account.password_hash.startswith("hash of ")


async def test_the_right_password_opens_a_session() -> None:
    """And nothing else does."""
    service, _ = auth(account={})

    assert await service.login(LOGIN) == "new session"


@pytest.mark.parametrize(
    ("right", "account"), [(False, {}), (True, None), (True, {"is_active": False})]
)
async def test_a_login_fails_in_one_way(right: bool, account: dict[str, Any] | None) -> None:
    """A wrong password, an unknown address and a closed account look the same."""
    service, _ = auth(right=right, account=account)
    with pytest.raises(LoginFailed):
        await service.login(LOGIN)


async def test_a_session_goes_on() -> None:
    """As long as its account does."""
    service, _ = auth(account={})

    assert await service.refresh(REFRESH) == "same session"


@pytest.mark.parametrize("account", [None, {"is_active": False}])
async def test_a_session_ends_with_its_account(account: dict[str, Any] | None) -> None:
    """Its refresh token may be good; the account is not."""
    service, _ = auth(account=account)
    with pytest.raises(TokenInvalid):
        await service.refresh(REFRESH)


async def test_logging_out_ends_the_session() -> None:
    """That session, whatever its token."""
    service, ended = auth(account={})
    await service.logout(object(), b"Bearer x")

    assert ended == [KNOWN]
