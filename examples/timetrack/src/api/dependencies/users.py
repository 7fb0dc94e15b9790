"""What the routes of users may ask for."""

from typing import Annotated

from backstay.data import Caller
from backstay.web import Allow, Security, Work
from fastapi import Depends

from src.core.security import Role
from src.repositories.user_repository import UserRepository
from src.services.user_service import UserService

UserReader = Annotated[Caller, Depends(Allow(Role.ADMIN, Role.MEMBER))]
UserCreator = Annotated[Caller, Depends(Allow(Role.ADMIN))]


async def user_service(caller: UserReader, work: Work, security: Security) -> UserService:
    """The service, for a caller who may read users."""
    return UserService(UserRepository(work, caller), caller, security)


async def user_creation(caller: UserCreator, work: Work, security: Security) -> UserService:
    """The service, for a caller who may create users."""
    return UserService(UserRepository(work, caller), caller, security)


Users = Annotated[UserService, Depends(user_service)]
NewUsers = Annotated[UserService, Depends(user_creation)]
