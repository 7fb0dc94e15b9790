"""What sign-up, login and refresh accept."""

from typing import Annotated

from backstay.web import Email, Input, Length, Password

from src.schemas.user import UserRead


class Register(Input):
    """A new account, by its owner."""

    model_shown = UserRead

    email: Email
    name: Annotated[str, Length(1, 255)]
    password: Password


class Login(Input):
    """E-mail address and password."""

    email: Email
    password: Password


class Refresh(Input):
    """The refresh token of the last login or refresh; it is good once."""

    refresh_token: Annotated[str, Length(1, 255)]
