"""Idempotency keys over HTTP: effects that fail the second time still get the first answer."""

import pytest
from fastapi import APIRouter

from backstay.web import DataOf, OperationRoute, Work
from backstay.web.exchange import Exchange
from backstay.web.keys import first_answer, replay
from tests.desk.app import serving
from tests.desk.models import Note
from tests.desk.repositories import Notes
from tests.desk.schemas import NoteCreate, NoteRead
from tests.desk.services import SignedIn

router = APIRouter(route_class=OperationRoute)


@router.post("/early", response_model=DataOf[NoteRead], status_code=201)
async def create_early(work: Work, caller: SignedIn, data: NoteCreate) -> Note:
    """Writes before it answers: a second note with this title fails right here."""
    await work.begin()
    made = Notes(work, caller).add(data.model_given() | {"owner_id": caller.user_id})
    await work.flush()
    return made


both = pytest.mark.parametrize("compiled", [True, False])


@both
async def test_a_refusal_of_what_was_done_before_is_the_first_answer(
    database_url: str, *, compiled: bool
):
    async with serving(database_url, compiled=compiled, more=router) as desk:
        headers = await desk.sign_in()
        keyed = headers | {"idempotency-key": "k"}
        first, again = [
            await desk.client.post("/early", json={"title": "a"}, headers=keyed) for _ in range(2)
        ]
        assert (first.status_code, first.content) == (again.status_code, again.content)
        assert first.status_code == 201
        assert again.headers["idempotent-replayed"] == "true"
        assert again.headers["etag"] == first.headers["etag"]

        without = await desk.client.post("/early", json={"title": "a"}, headers=headers)
        assert without.status_code == 409
        other = await desk.client.post("/early", json={"title": "b"}, headers=keyed)
        assert (other.status_code, other.json()["error"]["code"]) == (422, "idempotency_key_reused")


@both
async def test_a_key_of_another_caller_or_route_is_another_key(
    database_url: str, *, compiled: bool
):
    async with serving(database_url, compiled=compiled, more=router) as desk:
        key = {"idempotency-key": "k"}
        ann, bob = [await desk.sign_in(name) | key for name in ("ann", "bob")]
        for headers, path in ((ann, "/notes"), (bob, "/notes"), (ann, "/early")):
            answer = await desk.client.post(path, json={"title": path}, headers=headers)
            assert answer.status_code == 201
            assert "idempotent-replayed" not in answer.headers


@both
@pytest.mark.parametrize("key", ["", "with space", "é", "x" * 256, "a\tb"])
async def test_what_is_no_key_is_refused(sqlite_url: str, key: str, *, compiled: bool):
    async with serving(sqlite_url, compiled=compiled) as desk:
        headers = await desk.sign_in() | {"idempotency-key": key}
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        answer = await desk.client.post("/notes", json={"title": "a"}, headers=raw)
        assert (answer.status_code, answer.json()["error"]["code"]) == (
            400,
            "idempotency_key_invalid",
        )


async def test_without_a_key_there_is_no_first_answer():
    assert await first_answer(Exchange([])) is None
    with pytest.raises(RuntimeError, match="vanished"):
        await replay(Exchange([]))
