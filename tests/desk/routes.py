"""The desk's routes."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Query

from backstay.auth import TokenPair
from backstay.data import CursorPage, Page
from backstay.errors import NotFound
from backstay.web import (
    Anyone,
    Authorization,
    CursorPageOf,
    DataOf,
    IfMatch,
    MaybeMatch,
    OperationRoute,
    PageOf,
    Work,
    errors,
)
from tests.desk.models import Note
from tests.desk.repositories import LISTING, NOTES, Notes
from tests.desk.schemas import (
    Login,
    NoteCreate,
    NoteCursorQuery,
    NoteExpand,
    NoteExpanded,
    NoteQuery,
    NoteRead,
    NoteUpdate,
    NoteWhole,
    Refresh,
)
from tests.desk.services import Door, NoteServiceOf, SignedIn

router = APIRouter(route_class=OperationRoute, responses=errors(NotFound))
NoteId = Annotated[UUID, Path()]


@router.get("/notes", response_model=PageOf[NoteExpanded], response_model_exclude_unset=True)
async def list_notes(notes: NoteServiceOf, query: Annotated[NoteQuery, Query()]) -> Page[Note]:
    return await notes.page(query)


@router.post("/notes", response_model=DataOf[NoteRead], status_code=201)
async def create_note(notes: NoteServiceOf, data: NoteCreate) -> Note:
    return await notes.create(data)


@router.get(
    "/notes/{note_id}", response_model=DataOf[NoteExpanded], response_model_exclude_unset=True
)
async def get_note(
    notes: NoteServiceOf, note_id: NoteId, query: Annotated[NoteExpand, Query()]
) -> Note:
    return await notes.get(note_id, query.expand)


@router.patch("/notes/{note_id}", response_model=DataOf[NoteRead])
async def change_note(
    notes: NoteServiceOf, note_id: NoteId, match: IfMatch, data: NoteUpdate
) -> Note:
    return await notes.change(note_id, match, data)


@router.delete("/notes/{note_id}", status_code=204)
async def delete_note(notes: NoteServiceOf, note_id: NoteId, match: MaybeMatch) -> None:
    await notes.delete(note_id, match)


@router.get("/notes/{note_id}/whole", response_model=DataOf[NoteWhole])
async def get_whole_note(notes: NoteServiceOf, note_id: NoteId) -> Note:
    return await notes.get(note_id)


@router.get("/walk", response_model=CursorPageOf[NoteRead])
async def walk_notes(
    work: Work, caller: SignedIn, query: Annotated[NoteCursorQuery, Query()]
) -> CursorPage[Note]:
    return await Notes(work, caller).cursor_page(NOTES, LISTING, query)


@router.post("/login", response_model=DataOf[TokenPair])
async def login(_: Anyone, door: Door, data: Login) -> TokenPair:
    return await door.login(data)


@router.post("/refresh", response_model=DataOf[TokenPair])
async def refresh(_: Anyone, door: Door, data: Refresh) -> TokenPair:
    return await door.refresh(data.refresh_token)


@router.post("/logout", status_code=204)
async def logout(caller: SignedIn, door: Door, authorization: Authorization) -> None:
    door.security.end(door.accounts.work, caller, authorization)


@router.get("/free", response_model=None)
async def free(_: Anyone) -> Any:
    return {"free": True}
