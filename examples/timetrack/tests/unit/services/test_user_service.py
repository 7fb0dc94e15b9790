"""UserService by itself: rows in memory, no HTTP and no database."""

from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from backstay.data import Match
from pydantic import ValidationError

from src.core.exceptions import Forbidden, PreconditionFailed, Unprocessable
from src.core.security import Role
from src.models.user import User
from src.schemas.user import UserCreate, UserQuery, UserUpdate
from src.services.user_service import UserNotFound, UserService
from tests.factories.user import user_body
from tests.unit.memory import KNOWN, UNKNOWN, caller, memory


def service(role: Role = Role.ADMIN) -> UserService:
    """The service for a role; its other repositories know one row each."""

    async def hashed(password: str) -> str:
        return f"hash of {len(password)} characters"

    sign_in: Any = SimpleNamespace(passwords=SimpleNamespace(hash=hashed))
    return UserService(memory(User), caller(role), sign_in)


def sent(**changes: Any) -> UserCreate:
    """What a client sends, read."""
    body = user_body()
    return UserCreate.model_validate(body | changes)


async def test_it_is_made_and_found() -> None:
    """What was made is found again."""
    users = service()
    user = await users.create(sent())

    assert await users.get(user.id) is user


async def test_a_weak_password_is_refused() -> None:
    """Whoever makes the account."""
    with pytest.raises(Unprocessable):
        await service().create(sent(password="password123"))


def test_what_is_no_user_never_reaches_the_service() -> None:
    """The schema refuses it."""
    with pytest.raises(ValidationError):
        sent(no_such_field=1)


@pytest.mark.parametrize("row_id", [UNKNOWN])
async def test_what_is_missing_is_said(row_id: UUID) -> None:
    """Every way to one row ends the same."""
    users = service()
    with pytest.raises(UserNotFound):
        await users.get(row_id)
    with pytest.raises(UserNotFound):
        await users.change(row_id, Match(None), UserUpdate())
    with pytest.raises(UserNotFound):
        await users.delete(row_id, Match(None))


async def test_they_are_listed() -> None:
    """A page holds what is there."""
    page = await service().page(UserQuery())

    assert [row.id for row in page.items] == [KNOWN]


async def test_it_is_changed() -> None:
    """What is named is changed, and the version is counted up."""
    users = service()
    user = await users.create(sent())
    data = UserUpdate.model_validate({"name": "name two"})
    changed = await users.change(user.id, Match('"1"'), data)

    assert (changed.row_version, changed.name) == (2, data.name)


async def test_another_version_is_not_changed() -> None:
    """Somebody was faster."""
    users = service()
    user = await users.create(sent())
    with pytest.raises(PreconditionFailed):
        await users.change(user.id, Match('"7"'), UserUpdate())


async def test_it_is_deleted() -> None:
    """And then it is gone."""
    users = service()
    user = await users.create(sent())
    await users.delete(user.id, Match('"1"'))
    with pytest.raises(UserNotFound):
        await users.get(user.id)


@pytest.mark.parametrize(("role", "own"), [(Role.MEMBER, True), (Role.MEMBER, False)])
async def test_not_everybody_may_delete_it(role: Role, own: bool) -> None:
    """Even who may read it."""
    users = service(role)
    whose = KNOWN if own else UNKNOWN
    users.users.add({"id": whose})
    with pytest.raises(Forbidden):
        await users.delete(whose, Match(None))
