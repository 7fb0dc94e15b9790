"""What the routes of comments may ask for; the types say who may ask."""

from typing import Annotated

from backstay.data import Caller
from backstay.web import Allow, Work
from fastapi import Depends

from src.core.security import Role
from src.repositories.board_repository import BoardRepository
from src.repositories.card_repository import CardRepository
from src.repositories.comment_repository import CommentRepository
from src.repositories.user_repository import UserRepository
from src.services.comment_service import CommentService

CommentReader = Annotated[Caller, Depends(Allow(*Role))]


async def comment_service(caller: CommentReader, work: Work) -> CommentService:
    """The service, for a caller who may read comments."""
    return CommentService(
        CommentRepository(work, caller),
        BoardRepository(work, caller),
        CardRepository(work, caller),
        UserRepository(work, caller),
        caller,
    )


Comments = Annotated[CommentService, Depends(comment_service)]
