"""Every query on notes."""

from backstay.data import CALLER, Listing, Page, SqlRepository
from sqlalchemy import bindparam, or_, select, true

from src.core.security import Role
from src.models.note import Note
from src.schemas.note import NoteQuery

ALL = select(Note)
LISTING = Listing(
    filters={"owner_id": Note.owner_id == bindparam("owner_id")},
    sort={"created_at": Note.created_at},
    default="-created_at",
)


class NoteRepository(SqlRepository[Note]):
    """Admins see every row, members their own."""

    model = Note
    visible = {
        Role.ADMIN: true(),
        Role.MEMBER: or_(Note.owner_id == CALLER, Note.reviewer_id == CALLER),
    }

    async def page_of(self, query: NoteQuery) -> Page[Note]:
        """One page of notes.

        Args: query, what the client asked for.
        Returns: the page, and how many there are in all.
        """
        return await self.page(ALL, LISTING, query)
