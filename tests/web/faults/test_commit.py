"""No success is answered before it is durable, and none is answered twice."""

import asyncio
import sqlite3
from contextlib import closing
from typing import Any

import asyncpg
import pytest

from tests.desk.app import Desk, serving

SQLITE = """
CREATE TRIGGER fail AFTER INSERT ON desk_notes WHEN new.title = 'bad'
BEGIN INSERT INTO desk_labels (id, name, account_id, row_version)
      VALUES (new.id, new.id, 'nobody', 1); END;
"""
POSTGRES = """
CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE unique_violation USING CONSTRAINT = 'late'; END $$;
CREATE CONSTRAINT TRIGGER fail AFTER INSERT ON desk_notes DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (new.title = 'bad') EXECUTE FUNCTION fail()
"""


async def execute(url: str, sql: str) -> None:
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as raw:
            raw.executescript(sql)
        return
    connection = await asyncpg.connect(url)
    await connection.execute(sql)
    await connection.close()


@pytest.fixture
async def failing(database_url: str) -> Any:
    """The database, with a constraint that fails at COMMIT for the title `bad`."""
    lite = database_url.startswith("sqlite")
    await execute(database_url, SQLITE if lite else POSTGRES)
    yield database_url
    if not lite:
        await execute(database_url, "DROP FUNCTION fail CASCADE")


async def total(desk: Desk, headers: dict[str, str]) -> int:
    found = await desk.client.get("/notes", headers=headers)
    return int(found.json()["meta"]["total"])


@pytest.mark.parametrize("compiled", [True, False])
@pytest.mark.parametrize("key", [None, "k"])
async def test_a_failing_commit_is_no_success(failing: str, *, compiled: bool, key: str | None):
    async with serving(failing, compiled=compiled) as desk:
        headers = await desk.sign_in() | ({"idempotency-key": key} if key else {})
        answers = [
            await desk.client.post("/notes", json={"title": "bad"}, headers=headers)
            for _ in range(2)
        ]
        assert {answer.status_code for answer in answers} <= {409, 422}
        assert "location" not in answers[0].headers
        assert await total(desk, headers) == 0
        headers.pop("idempotency-key", None)
        good = await desk.client.post("/notes", json={"title": "good"}, headers=headers)
        assert good.status_code == 201


@pytest.mark.parametrize("compiled", [True, False])
async def test_not_one_byte_leaves_before_the_commit(database_url: str, *, compiled: bool):
    async with serving(database_url, compiled=compiled) as desk:
        headers = await desk.sign_in()
        order: list[str] = []
        commit = desk.database.driver.commit

        async def slow(writes: Any) -> None:
            await asyncio.sleep(0.02)
            await commit(writes)
            order.append("committed")

        desk.database.driver.commit = slow

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b'{"title": "x"}', "more_body": False}

        async def send(message: Any) -> None:
            order.append(message["type"])

        sent = {**headers, "content-type": "application/json", "host": "desk"}
        scope = {
            "type": "http",
            "method": "POST",
            "path": "/api/notes",
            "raw_path": b"/api/notes",
            "query_string": b"",
            "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
            "client": ("127.0.0.1", 1),
            "server": ("desk", 80),
            "scheme": "http",
            "root_path": "",
            "http_version": "1.1",
        }
        await desk.service(scope, receive, send)
        assert order == ["committed", "http.response.start", "http.response.body"]


@pytest.mark.parametrize("compiled", [True, False])
async def test_one_key_one_note(database_url: str, *, compiled: bool):
    async with serving(database_url, compiled=compiled) as desk:
        headers = await desk.sign_in() | {"idempotency-key": "k"}

        async def post() -> Any:
            return await desk.client.post("/notes", json={"title": "once"}, headers=headers)

        answers = await asyncio.gather(*(post() for _ in range(20)))

        assert {answer.status_code for answer in answers} == {201}
        assert len({answer.text for answer in answers}) == 1
        assert sum("idempotent-replayed" in answer.headers for answer in answers) == 19
        assert {answer.headers["location"] for answer in answers} == {
            answers[0].headers["location"]
        }
        assert await total(desk, headers) == 1
        other = await desk.client.post("/notes", json={"title": "other"}, headers=headers)
        assert (other.status_code, other.json()["error"]["code"]) == (422, "idempotency_key_reused")


@pytest.mark.parametrize("compiled", [True, False])
async def test_one_version_one_change(database_url: str, *, compiled: bool):
    async with serving(database_url, compiled=compiled) as desk:
        headers = await desk.sign_in()
        made = await desk.client.post("/notes", json={"title": "a"}, headers=headers)
        path = f"/notes/{made.json()['data']['id']}"
        asked = headers | {"if-match": made.headers["etag"]}

        async def patch(number: int) -> int:
            answer = await desk.client.patch(path, json={"title": f"t{number}"}, headers=asked)
            return answer.status_code

        codes = sorted(await asyncio.gather(*map(patch, range(15))))
        assert codes == [200] + [412] * 14
        missing = await desk.client.patch(path, json={"title": "x"}, headers=headers)
        assert missing.status_code == 428
