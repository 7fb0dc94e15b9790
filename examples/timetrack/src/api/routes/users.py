"""/users: HTTP in, HTTP out; the rules are in UserService."""

from typing import Annotated
from uuid import UUID

from backstay.data import Page
from backstay.web import DataOf, MaybeMatch, OperationRoute, PageOf, errors
from fastapi import APIRouter, Path, Query, status

from src.api.dependencies.users import NewUsers, Users
from src.core import exceptions
from src.core.exceptions import (
    EditedMeanwhile,
    Forbidden,
    NotUnique,
    PreconditionFailed,
    ReadOnlyField,
    StillReferenced,
)
from src.models.user import User
from src.schemas.user import UserCreate, UserQuery, UserRead, UserReplace, UserUpdate
from src.services.user_service import UserNotFound

router = APIRouter(
    prefix="/users",
    tags=["users"],
    route_class=OperationRoute,
    responses=errors(*exceptions.OPEN, *exceptions.SIGNED_IN),
)

UserId = Annotated[UUID, Path(description="The user's id.")]
RACE = (EditedMeanwhile, PreconditionFailed)
CREATION = errors(*exceptions.BODY, Forbidden, NotUnique)
CHANGE = errors(UserNotFound, *exceptions.BODY, *RACE, ReadOnlyField, NotUnique)
REMOVAL = errors(UserNotFound, *RACE, Forbidden, StillReferenced)


@router.get("", response_model=PageOf[UserRead])
async def list_users(users: Users, query: Annotated[UserQuery, Query()]) -> Page[User]:
    """List the users that you may read."""
    return await users.page(query)


@router.post(
    "",
    response_model=DataOf[UserRead],
    status_code=status.HTTP_201_CREATED,
    responses=CREATION,
)
async def create_user(users: NewUsers, data: UserCreate) -> User:
    """Create a user."""
    return await users.create(data)


@router.get("/{user_id}", response_model=DataOf[UserRead], responses=errors(UserNotFound))
async def get_user(users: Users, user_id: UserId) -> User:
    """Get one user."""
    return await users.get(user_id)


@router.put("/{user_id}", response_model=DataOf[UserRead], responses=CHANGE)
async def replace_user(users: Users, user_id: UserId, match: MaybeMatch, data: UserReplace) -> User:
    """Replace a user: every field is needed."""
    return await users.change(user_id, match, data)


@router.patch("/{user_id}", response_model=DataOf[UserRead], responses=CHANGE)
async def update_user(users: Users, user_id: UserId, match: MaybeMatch, data: UserUpdate) -> User:
    """Change a user: what is left out stays as it is."""
    return await users.change(user_id, match, data)


@router.delete("/{user_id}", status_code=status.HTTP_204_NO_CONTENT, responses=REMOVAL)
async def delete_user(users: Users, user_id: UserId, match: MaybeMatch) -> None:
    """Delete a user."""
    await users.delete(user_id, match)
