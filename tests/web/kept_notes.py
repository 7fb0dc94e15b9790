"""Operations on notes that are marked `cached`, and what was called of them."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from httpx2 import Response

from backstay.data import Page
from backstay.errors import NotFound
from backstay.web import DataOf, OperationRoute, PageOf, cached
from tests.desk.app import Desk
from tests.desk.models import Note
from tests.desk.schemas import NoteQuery, NoteRead
from tests.desk.services import NoteServiceOf

more = APIRouter(route_class=OperationRoute)
CALLS: list[str] = []


@more.get("/kept", response_model=PageOf[NoteRead])
@cached(60, Note)
async def kept(notes: NoteServiceOf, query: Annotated[NoteQuery, Query()]) -> Page[Note]:
    CALLS.append("kept")
    return await notes.page(query)


@more.get("/kept/{title}", response_model=DataOf[NoteRead])
@cached(60, Note)
async def kept_one(
    notes: NoteServiceOf, title: Annotated[str, Path()], query: Annotated[NoteQuery, Query()]
) -> Note:
    CALLS.append("kept_one")
    page = await notes.page(query)
    found = [note for note in page.items if note.title == title]
    if not found:
        raise NotFound
    return found[0]


async def write(desk: Desk, who: dict[str, str], title: str = "a") -> Response:
    answer = await desk.client.post("/notes", json={"title": title}, headers=who)
    assert answer.status_code == 201, answer.text
    return answer


def titles(answer: Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return sorted(row["title"] for row in answer.json()["data"])
