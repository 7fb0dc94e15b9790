"""What callers may do with notes."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from backstay.data import Caller, Match, Page, SqlRepository, permitted, references_known

from src.core.exceptions import Forbidden, NotFound
from src.core.security import Role
from src.models.note import Note
from src.repositories.note_repository import NoteRepository
from src.repositories.user_repository import UserRepository
from src.schemas.note import NoteCreate, NoteExpand, NoteQuery, NoteReplace, NoteUpdate
from src.services.note_policy import may_delete

PROTECTED = {"owner_id": {Role.ADMIN}}


class NoteNotFound(NotFound):
    """There is no such note, or none that the caller may know of."""

    code, message = "note_not_found", "There is no such note."


class NoteService:
    """The rules of notes; the unit of work around each request does the committing."""

    def __init__(self, notes: NoteRepository, users: UserRepository, caller: Caller) -> None:
        self.notes = notes
        self.users = users
        self.caller = caller
        self.references: dict[str, SqlRepository[Any]] = {
            "owner_id": self.users,
            "reviewer_id": self.users,
        }

    async def page(self, query: NoteQuery) -> Page[Note]:
        """One page of the notes that the caller may read.

        Args: query, what the client asked for.
        Returns: the page, and how many there are in all.
        """
        page = await self.notes.page_of(query)
        await self._expand(page.items, query.expand)
        return page

    async def get(self, note_id: UUID, query: NoteExpand) -> Note:
        """One note.

        Args: note_id; query, which references to add.
        Returns: the note.
        Raises: NoteNotFound.
        """
        note = await self.readable(note_id)
        await self._expand([note], query.expand)
        return note

    async def readable(self, note_id: UUID) -> Note:
        """One note as it is stored.

        Args: note_id.
        Returns: the note.
        Raises: NoteNotFound.
        """
        note = await self.notes.find(note_id)
        if note is None:
            raise NoteNotFound
        return note

    async def create(self, data: NoteCreate) -> Note:
        """A new note.

        Args: data, its fields.
        Returns: the note as it will be stored.
        Raises: ReadOnlyField, UnknownReference.
        """
        values = permitted(data.model_given(), self.caller, PROTECTED)
        await references_known(values, self.references)
        defaults: dict[str, Any] = {"owner_id": self.caller.user_id}
        return self.notes.add(defaults | values)

    async def change(self, note_id: UUID, match: Match, data: NoteReplace | NoteUpdate) -> Note:
        """Change a note; what is left out stays as it is.

        Args: note_id; match, the version that is meant; data, the new values.
        Returns: the note as it will be stored.
        Raises: ReadOnlyField, NoteNotFound, PreconditionFailed, UnknownReference, EditedMeanwhile.
        """
        values = permitted(data.model_given(), self.caller, PROTECTED)
        note = await self.readable(note_id)
        match.check(note)
        await references_known(values, self.references)
        return self.notes.change(note, values, match)

    async def delete(self, note_id: UUID, match: Match) -> None:
        """Delete a note.

        Args: note_id; match, the version that is meant.
        Raises: NoteNotFound, Forbidden, PreconditionFailed, EditedMeanwhile.
        """
        note = await self.readable(note_id)
        if not may_delete(self.caller, note):
            raise Forbidden
        match.check(note)
        self.notes.remove(note, match)

    async def _expand(self, rows: Sequence[Note], names: str) -> None:
        if "owner" in names.split(","):
            await self.users.attach(rows, "owner")
