"""What answers carry besides their body, and how every error leaves, on both paths."""

import json
from typing import Any

import pytest
from fastapi import APIRouter, HTTPException

from backstay.errors import Conflict, NotFound, NotUnique
from backstay.web import Anyone, OperationRoute, errors
from backstay.web.exchange import Exchange, exchange_of
from tests.desk.app import serving

router = APIRouter(route_class=OperationRoute)


@router.get("/teapot")
async def teapot(_: Anyone) -> dict[str, int]:
    raise HTTPException(418, "short and stout", {"X-Pot": "tea"})


@router.get("/closed")
async def closed(_: Anyone) -> dict[str, int]:
    raise HTTPException(404)


both = pytest.mark.parametrize("compiled", [True, False])


@both
async def test_a_row_has_an_etag_a_place_and_a_304(sqlite_url: str, *, compiled: bool):
    async with serving(sqlite_url, compiled=compiled) as desk:
        headers = await desk.sign_in()
        made = await desk.client.post("/notes", json={"title": "a"}, headers=headers)
        assert made.headers["etag"] == '"1"'
        place = made.headers["location"]
        assert place == f"/api/notes/{made.json()['data']['id']}"

        url = f"http://desk{place}"
        for known in ('"1"', 'W/"1"', '"0", "1"', "*"):
            answer = await desk.client.get(url, headers=headers | {"if-none-match": known})
            assert (answer.status_code, answer.content) == (304, b"")
            assert answer.headers["etag"] == '"1"'
            assert "content-type" not in answer.headers
        for other in ('"2"', "1", ""):
            answer = await desk.client.get(url, headers=headers | {"if-none-match": other})
            assert answer.status_code == 200
        asked = headers | {"if-match": '"1"', "if-none-match": '"2"'}
        changed = await desk.client.patch(url, json={"title": "b"}, headers=asked)
        assert (changed.status_code, changed.headers["etag"]) == (200, '"2"')
        gone = await desk.client.delete(url, headers=headers)
        assert (gone.status_code, gone.content) == (204, b"")


@both
async def test_every_error_has_one_envelope(sqlite_url: str, *, compiled: bool):
    async with serving(sqlite_url, compiled=compiled, more=router) as desk:
        for path, status, code in (
            ("/nowhere", 404, "not_found"),
            ("/closed", 404, "not_found"),
            ("/notes", 401, "token_missing"),
            ("/free?x=1", 422, "unknown_field"),
        ):
            answer = await desk.client.get(path)
            error = answer.json()["error"]
            assert (answer.status_code, error["code"]) == (status, code)
            assert error["request_id"] == answer.headers["x-request-id"]
            assert set(error) == {"code", "message", "details", "timestamp", "request_id"}
        refused = await desk.client.delete("/free")
        assert (refused.status_code, refused.headers["allow"]) == (405, "GET")
        tea = await desk.client.get("/teapot")
        assert (tea.status_code, tea.headers["x-pot"]) == (418, "tea")
        assert tea.json()["error"]["message"] == "short and stout"


@pytest.mark.parametrize("given", ["a-good.ID_123", "x" * 64])
async def test_a_harmless_request_id_is_kept(sqlite_url: str, given: str):
    async with serving(sqlite_url) as desk:
        answer = await desk.client.get("/free", headers={"x-request-id": given})
        assert answer.headers["x-request-id"] == given


@pytest.mark.parametrize("given", ["short", "x" * 65, "with space", "ü" * 8, "a\tb-1234567", ""])
async def test_any_other_request_id_is_replaced(sqlite_url: str, given: str):
    async with serving(sqlite_url) as desk:
        headers = {b"x-request-id": given.encode()}
        minted = [
            (await desk.client.get("/free", headers=headers)).headers["x-request-id"]
            for _ in range(2)
        ]
        assert given not in minted
        assert len(set(minted)) == 2
        assert all(len(one) == 28 for one in minted)


async def test_requests_are_logged_and_counted_under_their_template(
    sqlite_url: str, capfd: pytest.CaptureFixture[str]
):
    async with serving(sqlite_url) as desk:
        headers = await desk.sign_in()
        made = await desk.client.post("/notes", json={"title": "a"}, headers=headers)
        note_id = made.json()["data"]["id"]
        await desk.client.get(f"/notes/{note_id}", headers=headers)
        for secret in ("canary7Qx", "canary7Qy"):
            await desk.client.get(f"/{secret}/x?token={secret}")
            await desk.client.get(f"/notes/{secret}", headers=headers)
        text = desk.service.state.metrics.text().decode()
        desk.service.state.log.flush()
    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines()]

    assert 'route="/api/notes/{note_id}"' in text
    assert 'db_queries_total{route="/api/notes"}' in text
    assert 'method="GET",route="unmatched",status="404"} 2.0' in text
    assert "canary" not in text
    assert note_id not in text
    paths = {(line["route"], line["path"]) for line in lines}
    assert ("/api/notes/{note_id}", f"/api/notes/{note_id}") in paths
    assert ("unmatched", None) in paths
    assert "canary" not in json.dumps(lines)


def test_an_exchange_is_made_where_no_guard_stands():
    scope: dict[str, Any] = {"headers": [(b"if-match", b"x")]}
    found = exchange_of(scope)
    assert isinstance(found, Exchange)
    assert exchange_of(scope) is found
    assert found.if_match == b"x"


def test_declared_errors_are_one_entry_per_status():
    declared = errors(NotFound, Conflict, NotUnique)
    assert list(declared) == [404, 409]
    examples = declared[409]["content"]["application/json"]["examples"]
    assert sorted(examples) == ["conflict", "not_unique"]
    assert examples["conflict"]["value"]["error"]["message"] == Conflict.message
