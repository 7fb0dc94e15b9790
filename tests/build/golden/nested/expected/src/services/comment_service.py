"""What callers may do with comments."""

from typing import Any
from uuid import UUID

from backstay.data import Caller, Match, Page, permitted, references_known

from src.core.exceptions import Forbidden, NotFound
from src.core.security import Role
from src.models.comment import Comment
from src.repositories.board_repository import BoardRepository
from src.repositories.card_repository import CardRepository
from src.repositories.comment_repository import CommentRepository
from src.repositories.user_repository import UserRepository
from src.schemas.comment import CommentCreate, CommentQuery, CommentReplace, CommentUpdate
from src.services.board_service import BoardNotFound
from src.services.card_service import CardNotFound
from src.services.comment_policy import may_update

PROTECTED = {"author_id": {Role.ADMIN}}


class CommentNotFound(NotFound):
    """There is no such comment, or none that the caller may know of."""

    code, message = "comment_not_found", "There is no such comment."


class CommentService:
    """The rules of comments; the unit of work around each request does the committing."""

    def __init__(
        self,
        comments: CommentRepository,
        boards: BoardRepository,
        cards: CardRepository,
        users: UserRepository,
        caller: Caller,
    ) -> None:
        self.comments = comments
        self.boards = boards
        self.cards = cards
        self.users = users
        self.caller = caller
        self.references = {"author_id": self.users}

    async def page(self, board_id: UUID, card_id: UUID, query: CommentQuery) -> Page[Comment]:
        """One page of the comments that the caller may read.

        Args: board_id; card_id; query, what the client asked for.
        Returns: the page, and how many there are in all.
        Raises: BoardNotFound, CardNotFound.
        """
        await self._below(board_id, card_id)
        return await self.comments.page_of(card_id, query)

    async def get(self, board_id: UUID, card_id: UUID, comment_id: UUID) -> Comment:
        """One comment.

        Args: board_id; card_id; comment_id.
        Returns: the comment.
        Raises: BoardNotFound, CardNotFound, CommentNotFound.
        """
        await self._below(board_id, card_id)
        comment = await self.comments.find_in(card_id, comment_id)
        if comment is None:
            raise CommentNotFound
        return comment

    async def create(self, board_id: UUID, card_id: UUID, data: CommentCreate) -> Comment:
        """A new comment.

        Args: board_id; card_id; data, its fields.
        Returns: the comment as it will be stored.
        Raises: ReadOnlyField, BoardNotFound, CardNotFound, UnknownReference.
        """
        values = permitted(data.model_given(), self.caller, PROTECTED)
        await self._below(board_id, card_id)
        await references_known(values, self.references)
        defaults: dict[str, Any] = {"author_id": self.caller.user_id}
        return self.comments.add(defaults | values | {"card_id": card_id})

    async def change(
        self,
        board_id: UUID,
        card_id: UUID,
        comment_id: UUID,
        match: Match,
        data: CommentReplace | CommentUpdate,
    ) -> Comment:
        """Change a comment; what is left out stays as it is.

        Args: board_id; card_id; comment_id; match, the version that is meant; data, the new values.
        Returns: the comment as it will be stored.
        Raises: BoardNotFound, CardNotFound, CommentNotFound, Forbidden, PreconditionFailed,
            EditedMeanwhile.
        """
        values = data.model_given()
        comment = await self.get(board_id, card_id, comment_id)
        if not may_update(self.caller, comment):
            raise Forbidden
        match.check(comment)
        return self.comments.change(comment, values, match)

    async def delete(self, board_id: UUID, card_id: UUID, comment_id: UUID, match: Match) -> None:
        """Delete a comment.

        Args: board_id; card_id; comment_id; match, the version that is meant.
        Raises: BoardNotFound, CardNotFound, CommentNotFound, PreconditionFailed, EditedMeanwhile.
        """
        comment = await self.get(board_id, card_id, comment_id)
        match.check(comment)
        self.comments.remove(comment, match)

    async def _below(self, board_id: UUID, card_id: UUID) -> None:
        """Under a parent that the caller may not read there is nothing."""
        if not await self.boards.sees(board_id):
            raise BoardNotFound
        if await self.cards.find_in(board_id, card_id) is None:
            raise CardNotFound
