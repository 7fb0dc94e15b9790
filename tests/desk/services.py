"""The desk's rules, in the shape that the builder writes."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends
from sqlalchemy import bindparam, select

from backstay.auth import TokenPair
from backstay.data import SYSTEM, Caller, Match, Page
from backstay.errors import FlowRefused, LoginFailed, NotFound, TokenInvalid
from backstay.web import Allow, Security, Work
from tests.desk.models import Account, Note, Role, Status
from tests.desk.repositories import LISTING, NOTES, Accounts, Notes
from tests.desk.schemas import Login, NoteCreate, NoteQuery, NoteUpdate

SignedIn = Annotated[Caller, Depends(Allow(Role.ADMIN, Role.MEMBER))]
BY_EMAIL = select(Account).where(Account.email == bindparam("email"))


class NoteService:
    def __init__(self, notes: Notes, accounts: Accounts) -> None:
        self.notes = notes
        self.accounts = accounts

    async def create(self, data: NoteCreate) -> Note:
        return self.notes.add(data.model_given() | {"owner_id": self.notes.caller.user_id})

    async def page(self, query: NoteQuery) -> Page[Note]:
        page = await self.notes.page(NOTES, LISTING, query)
        if query.expand:
            await self.accounts.attach(page.items, "owner")
        return page

    async def get(self, note_id: UUID, expand: str = "") -> Note:
        note = await self.notes.find(note_id)
        if note is None:
            raise NotFound
        if expand:
            await self.accounts.attach([note], "owner")
        return note

    async def change(self, note_id: UUID, match: Match, data: NoteUpdate) -> Note:
        note = await self.get(note_id)
        match.check(note)
        given = data.model_given()
        if note.status is Status.DONE and given.get("status") is Status.OPEN:
            raise FlowRefused("status")
        return self.notes.change(note, given, match)

    async def delete(self, note_id: UUID, match: Match) -> None:
        note = await self.get(note_id)
        match.check(note)
        await self.notes.check_unreferenced(note)
        self.notes.remove(note, match)


async def note_service(work: Work, caller: SignedIn) -> NoteService:
    return NoteService(Notes(work, caller), Accounts(work, caller))


class DoorService:
    """Login, refresh and logout; passwords are kept as they are, for speed."""

    def __init__(self, work: Any, security: Any) -> None:
        self.accounts = Accounts(work, SYSTEM)
        self.security = security

    async def login(self, data: Login) -> TokenPair:
        account = await self.accounts.first(BY_EMAIL, email=data.email)
        if account is None or data.password != "open sesame":
            raise LoginFailed
        pair: TokenPair = self.security.open(self.accounts.work, account)
        return pair

    async def refresh(self, text: str) -> TokenPair:
        session = await self.security.sessions.rotate(self.accounts.work, text)
        account = await self.accounts.find(session.account_id)
        if account is None or not account.is_active:
            raise TokenInvalid
        pair: TokenPair = self.security.continued(session, account)
        return pair


async def door_service(work: Work, security: Security) -> DoorService:
    return DoorService(work, security)


NoteServiceOf = Annotated[NoteService, Depends(note_service)]
Door = Annotated[DoorService, Depends(door_service)]
