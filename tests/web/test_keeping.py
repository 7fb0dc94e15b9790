"""Operations that are marked `cached`, on a running service."""

import pytest

from tests.desk.app import serving
from tests.desk.models import Role
from tests.web.kept_notes import CALLS, more, titles, write


@pytest.fixture
async def desk(sqlite_url):
    CALLS.clear()
    async with serving(sqlite_url, more=more) as one:
        yield one


async def test_an_answer_is_made_once_and_looks_the_same(desk):
    who = await desk.sign_in()
    await write(desk, who)
    first, second = [await desk.client.get("/kept", headers=who) for _ in range(2)]
    assert titles(first) == ["a"]
    assert first.content == second.content
    assert first.headers["content-type"] == second.headers["content-type"]
    assert first.headers["x-request-id"] != second.headers["x-request-id"]
    assert CALLS == ["kept"]
    told = desk.service.state.metrics.text().decode()
    assert 'backstay_cache_total{state="hit"} 1.0' in told


async def test_every_write_empties_it(desk):
    who = await desk.sign_in()
    made = await write(desk, who)
    assert titles(await desk.client.get("/kept", headers=who)) == ["a"]
    await write(desk, who, "b")
    assert titles(await desk.client.get("/kept", headers=who)) == ["a", "b"]
    path = f"/notes/{made.json()['data']['id']}"
    match = who | {"if-match": made.headers["etag"]}
    changed = await desk.client.patch(path, json={"title": "c"}, headers=match)
    assert titles(await desk.client.get("/kept", headers=who)) == ["b", "c"]
    match = who | {"if-match": changed.headers["etag"]}
    assert (await desk.client.delete(path, headers=match)).status_code == 204
    assert titles(await desk.client.get("/kept", headers=who)) == ["b"]


async def test_a_write_that_fails_empties_nothing(desk):
    who = await desk.sign_in()
    await write(desk, who)
    await desk.client.get("/kept", headers=who)
    refused = await desk.client.post("/notes", json={"title": "a"}, headers=who)
    assert refused.status_code == 409
    await desk.client.get("/kept", headers=who)
    assert CALLS == ["kept"]


async def test_nobody_gets_another_callers_answer(desk):
    ann, bob = await desk.sign_in("ann"), await desk.sign_in("bob")
    admin = await desk.sign_in("eve", Role.ADMIN)
    await write(desk, ann)
    assert titles(await desk.client.get("/kept", headers=ann)) == ["a"]
    assert titles(await desk.client.get("/kept", headers=bob)) == []
    assert titles(await desk.client.get("/kept", headers=admin)) == ["a"]
    assert (await desk.client.get("/kept")).status_code == 401


async def test_each_query_has_an_answer_of_its_own(desk):
    who = await desk.sign_in()
    await write(desk, who, "a")
    await write(desk, who, "b")
    assert titles(await desk.client.get("/kept?search=a", headers=who)) == ["a"]
    assert titles(await desk.client.get("/kept?search=b", headers=who)) == ["b"]


async def test_stock_fastapi_answers_the_same_without_a_cache(sqlite_url):
    CALLS.clear()
    async with serving(sqlite_url, more=more, compiled=False) as desk:
        who = await desk.sign_in()
        await write(desk, who)
        answers = [await desk.client.get("/kept", headers=who) for _ in range(2)]
        assert [titles(one) for one in answers] == [["a"], ["a"]]
        assert CALLS == ["kept", "kept"]


async def test_redis_is_let_go_of_at_the_end(sqlite_url):
    away = "redis://127.0.0.1:1/0"
    async with serving(sqlite_url, more=more, redis_url=away) as desk:
        who = await desk.sign_in()
        await write(desk, who)
        assert titles(await desk.client.get("/kept", headers=who)) == ["a"]
        await write(desk, who, "b")
        assert titles(await desk.client.get("/kept", headers=who)) == ["a", "b"]
