"""Sign-up, login, refresh and logout."""

from backstay.auth import Attempts, SignIn, TokenPair, refuse_weak
from backstay.data import Caller

from src.core.exceptions import LoginFailed, TokenInvalid
from src.core.security import Role
from src.models.user import User
from src.repositories.user_repository import UserRepository
from src.schemas.auth import Login, Refresh, Register


class AuthService:
    """Who comes in; the unit of work around each request does the committing."""

    def __init__(self, users: UserRepository, sign_in: SignIn, attempts: Attempts) -> None:
        self.users = users
        self.sign_in = sign_in
        self.attempts = attempts

    async def register(self, data: Register) -> User:
        """A new account, made by its owner; the first one is the admin.

        Args: data, its fields and its password.
        Returns: the account as it will be stored.
        Raises: Unprocessable for a weak password, NotUnique for a known address.
        """
        values = data.model_given()
        password = values.pop("password")
        refuse_weak(password, data.email, data.name)
        password_hash = await self.sign_in.passwords.hash(password)
        user = self.users.add(values | {"password_hash": password_hash})
        if await self.sign_in.is_first_admin(self.users.work, user):
            user = self.users.change(user, {"role": Role.ADMIN})
        return user

    async def login(self, data: Login) -> TokenPair:
        """The tokens of a new session.

        Args: data, address and password.
        Returns: access and refresh token.
        Raises: LoginFailed, which never tells what was wrong; TooManyRequests after many of them.
        """
        async with self.attempts.at(data.email):
            user = await self.users.find_by_email(data.email)
            stored = None if user is None else user.password_hash
            right = await self.sign_in.passwords.verify(data.password, stored)
            if user is None or not right or not user.is_active:
                raise LoginFailed
            return self.sign_in.open(self.users.work, user)

    async def refresh(self, data: Refresh) -> TokenPair:
        """The next tokens of a session.

        Args: data, the refresh token, which is good once.
        Returns: access and refresh token.
        Raises: TokenInvalid; TokenReused, which ends the session.
        """
        session = await self.sign_in.sessions.rotate(self.users.work, data.refresh_token)
        user = await self.users.find(session.account_id)
        if user is None or not user.is_active:
            raise TokenInvalid
        return self.sign_in.continued(session, user)

    async def logout(self, caller: Caller, authorization: bytes) -> None:
        """End the session of an access token.

        Args: caller; authorization, the header that the token came in.
        """
        self.sign_in.end(self.users.work, caller, authorization)
