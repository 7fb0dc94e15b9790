"""Every query on users."""

from backstay.data import CALLER, SYSTEM, Listing, Page, SqlRepository
from sqlalchemy import bindparam, select, true

from src.core.security import Role
from src.models.user import User
from src.schemas.user import UserQuery

ALL = select(User)
BY_EMAIL = ALL.where(User.email == bindparam("email"))
LISTING = Listing(filters={}, sort={"created_at": User.created_at}, default="-created_at")


class UserRepository(SqlRepository[User]):
    """Admins see every user, everybody else themselves."""

    model = User
    visible = {
        SYSTEM.role: true(),
        Role.ADMIN: true(),
        Role.MEMBER: User.id == CALLER,
    }

    async def find_by_email(self, email: str) -> User | None:
        """The user with this address.

        Args: email, in lower case.
        Returns: the user; None when there is none that the caller may read.
        """
        return await self.first(BY_EMAIL, email=email)

    async def page_of(self, query: UserQuery) -> Page[User]:
        """One page of users.

        Args: query, what the client asked for.
        Returns: the page, and how many there are in all.
        """
        return await self.page(ALL, LISTING, query)
