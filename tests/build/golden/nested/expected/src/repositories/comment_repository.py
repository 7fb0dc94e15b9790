"""Every query on comments."""

from uuid import UUID

from backstay.data import CALLER, Listing, Page, SqlRepository
from sqlalchemy import bindparam, select, true

from src.core.security import Role
from src.models.comment import Comment
from src.schemas.comment import CommentQuery

ALL_IN = select(Comment).where(Comment.card_id == bindparam("card_id"))
ONE_IN = ALL_IN.where(Comment.id == bindparam("comment_id"))
LISTING = Listing(filters={}, sort={"created_at": Comment.created_at}, default="-created_at")


class CommentRepository(SqlRepository[Comment]):
    """Admins see every row, members their own."""

    model = Comment
    visible = {Role.ADMIN: true(), Role.MEMBER: Comment.author_id == CALLER}

    async def find_in(self, card_id: UUID, comment_id: UUID) -> Comment | None:
        """One comment below its card.

        Args: card_id, of one that the caller may read; comment_id.
        Returns: the comment; None when there is none that the caller may read.
        """
        return await self.first(ONE_IN, card_id=card_id, comment_id=comment_id)

    async def page_of(self, card_id: UUID, query: CommentQuery) -> Page[Comment]:
        """One page of comments.

        Args: card_id, of one that the caller may read; query, what the client asked for.
        Returns: the page, and how many there are in all.
        """
        return await self.page(ALL_IN, LISTING, query, card_id=card_id)
