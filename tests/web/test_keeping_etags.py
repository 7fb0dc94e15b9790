"""ETags and refusals of operations that are marked `cached`: which answers are kept for whom."""

import pytest

from tests.desk.app import serving
from tests.web.kept_notes import more, write


@pytest.fixture
async def desk(sqlite_url):
    async with serving(sqlite_url, more=more) as one:
        yield one


@pytest.mark.parametrize(("path", "etag"), [("/kept", 'W/"'), ("/kept/a", '"1"')])
async def test_a_known_etag_is_a_304_kept_or_not(desk, path, etag):
    who = await desk.sign_in()
    await write(desk, who)
    first = await desk.client.get(path, headers=who)
    assert first.headers["etag"].startswith(etag)
    for _ in range(2):
        known = who | {"if-none-match": first.headers["etag"]}
        answer = await desk.client.get(path, headers=known)
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["etag"] == first.headers["etag"]
        assert "content-type" not in answer.headers
    await write(desk, who, "b")
    answer = await desk.client.get("/kept", headers=known)
    assert answer.status_code == 200


async def test_a_known_etag_of_the_first_is_not_kept_for_the_second(desk):
    who = await desk.sign_in()
    await write(desk, who)
    first = await desk.client.get("/kept/a", headers=who | {"if-none-match": '"1"'})
    second = await desk.client.get("/kept/a", headers=who)
    assert (first.status_code, second.status_code) == (304, 200)


async def test_refusals_are_not_kept(desk):
    who = await desk.sign_in()
    assert (await desk.client.get("/kept/a", headers=who)).status_code == 404
    await write(desk, who)
    assert (await desk.client.get("/kept/a", headers=who)).status_code == 200
    assert (await desk.client.get("/kept?limit=0", headers=who)).status_code == 422
