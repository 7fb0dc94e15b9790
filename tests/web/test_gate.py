"""The gate in front of a running service: each refusal comes in its turn, with its headers."""

from tests.desk.app import serving
from tests.web.at_the_gate import code


async def test_sizes_are_refused_before_anything_is_routed(sqlite_url):
    async with serving(sqlite_url, header_bytes=2000, header_count=20, uri_bytes=300) as desk:
        get = desk.client.get
        assert code(await get("/free", headers={"a": "b" * 2000})) == (431, "headers_too_large")
        many = {f"a{number}": "b" for number in range(20)}
        assert code(await get("/free", headers=many)) == (431, "headers_too_large")
        assert code(await get("/free?a=" + "b" * 300)) == (414, "uri_too_long")


async def test_hosts(sqlite_url):
    async with serving(sqlite_url, allowed_hosts=["desk"]) as desk:
        assert (await desk.client.get("/free")).status_code == 200
        evil = await desk.client.get("/free", headers={"host": "evil.example"})
        assert code(evil) == (400, "host_not_allowed")
        assert "evil" not in evil.text


async def test_a_foreign_page_hears_nothing(sqlite_url):
    async with serving(sqlite_url, cors_origins=["https://ours.example"]) as desk:
        asked = {"origin": "https://evil.example", "access-control-request-method": "GET"}
        refused = await desk.client.options("/free", headers=asked)
        assert code(refused) == (403, "origin_not_allowed")
        assert "access-control-allow-origin" not in refused.headers
        read = await desk.client.get("/free", headers={"origin": "https://evil.example"})
        assert read.status_code == 200
        assert "access-control-allow-origin" not in read.headers
        assert read.headers["vary"] == "Origin"


async def test_our_page_is_let_in(sqlite_url):
    async with serving(sqlite_url, cors_origins=["https://ours.example"]) as desk:
        asked = {"origin": "https://ours.example", "access-control-request-method": "GET"}
        answer = await desk.client.options("/free", headers=asked)
        assert (answer.status_code, answer.text) == (204, "")
        read = await desk.client.get("/free", headers={"origin": "https://ours.example"})
        assert read.headers["access-control-allow-origin"] == "https://ours.example"
        assert "ratelimit" in read.headers["access-control-expose-headers"]


async def test_lists_are_turned_away_first(sqlite_url, monkeypatch):
    async with serving(sqlite_url) as desk:
        who = await desk.sign_in()
        load = desk.service._guard._gate.load
        monkeypatch.setattr(load, "_tick", lambda: None)  # the level stays as it is set
        load.level = 1
        refused = await desk.client.get("/notes", headers=who)
        assert code(refused) == (503, "overloaded")
        assert int(refused.headers["retry-after"]) in {1, 2, 3}
        assert (await desk.client.post("/notes", json={"title": "a"}, headers=who)).is_success
        shed = desk.service.state.metrics.text().decode()
        assert 'backstay_shed_total{state="lists"} 1.0' in shed
        load.level = 0


async def test_too_large_a_body_is_refused_by_its_word(sqlite_url):
    async with serving(sqlite_url, body_limit=1024) as desk:
        for length in ("2000", "-1", "1e3", "9" * 30):
            headers = {"content-length": length, "content-type": "application/json"}
            answer = await desk.client.post("/login", content=b"{}", headers=headers)
            assert code(answer) == (413, "body_too_large")
