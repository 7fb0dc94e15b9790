"""SignIn: what a project's sign-up and login need, in one place."""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from backstay.auth.accounts import claim
from backstay.auth.passwords import Passwords
from backstay.auth.sessions import Rotated, Sessions
from backstay.auth.tokens import Tokens
from backstay.data.caller import Caller
from backstay.data.unit_of_work import UnitOfWork
from backstay.settings import ServiceSettings

FIRST_ADMIN = "first_admin"


class TokenPair(BaseModel):
    """What signing in gives: a short-lived access token, and a refresh token that rotates."""

    access_token: str
    refresh_token: str
    token_type: str
    expires_in: int


@dataclass(frozen=True, slots=True)
class SignIn:
    """Passwords, sessions and tokens of one service."""

    passwords: Passwords
    sessions: Sessions
    tokens: Tokens
    settings: ServiceSettings

    async def is_first_admin(self, work: UnitOfWork, account: Any) -> bool:
        """Whether a newcomer becomes the one admin that sign-up makes (contract.md section 2.1).

        In production only the account with ADMIN_EMAIL can; a unique row decides races.
        """
        settings = self.settings
        if settings.production and account.email != settings.admin_email.lower():
            return False
        return await claim(work, FIRST_ADMIN, account.id)

    def open(self, work: UnitOfWork, account: Any) -> TokenPair:
        """The tokens of a new session."""
        return self.continued(self.sessions.open(work, account.id), account)

    def continued(self, session: Rotated, account: Any) -> TokenPair:
        """The tokens of a session that goes on."""
        issued = self.tokens.issue(account.id, session.session_id, account.role)
        return TokenPair(
            access_token=issued.access_token,
            refresh_token=session.refresh_token,
            token_type="Bearer",  # noqa: S106 the name of a scheme, no secret
            expires_in=issued.expires_in,
        )

    def end(self, work: UnitOfWork, caller: Caller, authorization: bytes) -> None:
        """End the session of an access token: it and its refresh token are refused from now on."""
        self.sessions.end(work, self.tokens.session_of(authorization))
        work.after_commit(lambda: self.tokens.forget(caller.user_id))
