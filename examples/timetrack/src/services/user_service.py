"""What callers may do with users."""

from uuid import UUID

from backstay.auth import SignIn, refuse_weak
from backstay.data import Caller, Match, Page, permitted

from src.core.exceptions import Forbidden, NotFound
from src.core.security import Role
from src.models.user import User
from src.repositories.user_repository import UserRepository
from src.schemas.user import UserCreate, UserQuery, UserReplace, UserUpdate
from src.services.user_policy import may_delete

PROTECTED = {"is_active": {Role.ADMIN}, "role": {Role.ADMIN}}


class UserNotFound(NotFound):
    """There is no such user, or none that the caller may know of."""

    code, message = "user_not_found", "There is no such user."


class UserService:
    """The rules of users; the unit of work around each request does the committing."""

    def __init__(self, users: UserRepository, caller: Caller, sign_in: SignIn) -> None:
        self.users = users
        self.caller = caller
        self.sign_in = sign_in

    async def page(self, query: UserQuery) -> Page[User]:
        """One page of the users that the caller may read.

        Args: query, what the client asked for.
        Returns: the page, and how many there are in all.
        """
        return await self.users.page_of(query)

    async def get(self, user_id: UUID) -> User:
        """One user.

        Args: user_id.
        Returns: the user.
        Raises: UserNotFound.
        """
        user = await self.users.find(user_id)
        if user is None:
            raise UserNotFound
        return user

    async def create(self, data: UserCreate) -> User:
        """A new user.

        Args: data, its fields.
        Returns: the user as it will be stored.
        Raises: ReadOnlyField, NotUnique.
        """
        values = permitted(data.model_given(), self.caller, PROTECTED)
        password = values.pop("password")
        refuse_weak(password, data.email, data.name)
        password_hash = await self.sign_in.passwords.hash(password)
        return self.users.add(values | {"password_hash": password_hash})

    async def change(self, user_id: UUID, match: Match, data: UserReplace | UserUpdate) -> User:
        """Change a user; what is left out stays as it is.

        Args: user_id; match, the version that is meant; data, the new values.
        Returns: the user as it will be stored.
        Raises: ReadOnlyField, UserNotFound, PreconditionFailed, NotUnique, EditedMeanwhile.
        """
        values = permitted(data.model_given(), self.caller, PROTECTED)
        user = await self.get(user_id)
        match.check(user)
        return self.users.change(user, values, match)

    async def delete(self, user_id: UUID, match: Match) -> None:
        """Delete a user.

        Args: user_id; match, the version that is meant.
        Raises: UserNotFound, Forbidden, PreconditionFailed, StillReferenced, EditedMeanwhile.
        """
        user = await self.get(user_id)
        if not may_delete(self.caller, user):
            raise Forbidden
        match.check(user)
        self.users.remove(user, match)
