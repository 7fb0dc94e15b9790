"""The headers of security stand on every answer, whoever makes it and however it ends."""

import pytest

from tests.desk.app import serving

FIVE = {
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
}
ANSWERS = [
    ("GET", "/free", 200),
    ("GET", "/nothing", 404),
    ("POST", "/free", 405),
    ("GET", "/notes", 401),
    ("POST", "/login", 415),
    ("GET", "http://desk/health", 200),
    ("GET", "http://desk/ready", 200),
]


@pytest.mark.parametrize("compiled", [True, False], ids=["compiled", "stock"])
@pytest.mark.parametrize(("method", "path", "status"), ANSWERS)
async def test_every_answer_has_the_five_headers(
    sqlite_url: str, method: str, path: str, status: int, *, compiled: bool
):
    """R-108, R-109: CSP, HSTS, nosniff, no framing, no referrer."""
    async with serving(sqlite_url, compiled=compiled) as desk:
        answer = await desk.client.request(method, path, content=b"x" if method == "POST" else None)

    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in FIVE} == FIVE


async def test_the_pages_of_the_documentation_may_load_what_they_are_made_of(sqlite_url: str):
    async with serving(sqlite_url) as desk:
        policy = (await desk.client.get("http://desk/docs")).headers["content-security-policy"]

    assert "script-src https://cdn.jsdelivr.net" in policy
    assert "frame-ancestors 'none'" in policy


async def test_what_a_client_sent_comes_back_as_json_and_never_as_html(sqlite_url: str):
    """R-107: markup is data here; no browser is let to read an answer as a page."""
    script = "<script>alert(1)</script>"
    async with serving(sqlite_url) as desk:
        headers = await desk.sign_in()
        made = await desk.client.post("/notes", json={"title": script}, headers=headers)
        refused = await desk.client.get(f"/notes?{script}=1", headers=headers)

    assert made.json()["data"]["title"] == script
    for answer in (made, refused):
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert refused.json()["error"]["details"][0]["field"] == script
