"""What the sign-in routes may ask for."""

from typing import Annotated

from backstay.data import SYSTEM, Caller
from backstay.web import Allow, LoginAttempts, Security, Work
from fastapi import Depends

from src.core.security import Role
from src.repositories.user_repository import UserRepository
from src.services.auth_service import AuthService

SignedIn = Annotated[Caller, Depends(Allow(*Role))]


async def auth_service(work: Work, security: Security, attempts: LoginAttempts) -> AuthService:
    """Sign-up and login happen before there is a caller."""
    return AuthService(UserRepository(work, SYSTEM), security, attempts)


Auth = Annotated[AuthService, Depends(auth_service)]
