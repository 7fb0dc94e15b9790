"""The gate in front of a running service: each refusal comes in its turn, with its headers."""

import pytest
from httpx2 import ASGITransport, AsyncClient, Response

from tests.desk.app import Desk, serving


def code(answer: Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


def from_(desk: Desk, address: str) -> AsyncClient:
    transport = ASGITransport(desk.service, client=(address, 4000), raise_app_exceptions=False)
    return AsyncClient(transport=transport, base_url="http://desk/api")


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


@pytest.mark.parametrize("route", ["/free", "/nothing", "/notes"])
async def test_a_guest_has_a_quota_for_all_routes_together(sqlite_url, route):
    async with serving(sqlite_url, requests=3) as desk:
        for _ in range(3):
            assert "ratelimit" in (await desk.client.get("/free")).headers
        refused = await desk.client.get(route)
        assert code(refused) == (429, "rate_limited")
        assert int(refused.headers["retry-after"]) > 0
        assert refused.headers["ratelimit"].startswith('"guest";r=0;t=')
        assert refused.headers["ratelimit-policy"] == '"guest";q=3;w=60, "address";q=30;w=60'


async def test_whoever_runs_the_machine_is_never_refused(sqlite_url):
    async with serving(sqlite_url, requests=1) as desk:
        for _ in range(5):
            assert (await desk.client.get("http://desk/health")).status_code == 200


async def test_a_caller_has_a_quota_of_their_own(sqlite_url):
    async with serving(sqlite_url, requests=3) as desk:
        who = await desk.sign_in()
        await desk.client.get("/notes", headers=who)  # not known yet: it counts for the address
        for _ in range(3):
            assert (await desk.client.get("/notes", headers=who)).status_code == 200
        assert code(await desk.client.get("/notes", headers=who)) == (429, "rate_limited")


async def test_forwarded_addresses_are_believed_from_our_proxies_only(sqlite_url):
    async with (
        serving(sqlite_url, requests=1, trusted_proxies=["10.0.0.0/8"]) as desk,
        from_(desk, "10.1.1.1") as proxied,
        from_(desk, "203.0.113.9") as direct,
    ):
        for client in ("198.51.100.1", "198.51.100.2"):
            answer = await proxied.get("/free", headers={"x-forwarded-for": client})
            assert answer.status_code == 200
        again = await proxied.get("/free", headers={"x-forwarded-for": "198.51.100.1"})
        assert code(again) == (429, "rate_limited")
        spoofed = [{"x-forwarded-for": f"198.51.100.{number}"} for number in range(5, 8)]
        told = [await direct.get("/free", headers=one) for one in spoofed]
        assert [one.status_code for one in told] == [200, 429, 429]


async def test_an_ipv6_customer_cannot_rotate(sqlite_url):
    async with serving(sqlite_url, requests=2) as desk:
        statuses = []
        for number in range(4):
            async with from_(desk, f"2001:db8::{number}") as client:
                statuses.append((await client.get("/free")).status_code)
        assert statuses == [200, 200, 429, 429]


HTTPS = {"https_only": True, "allowed_hosts": ["desk"], "trusted_proxies": ["10.0.0.0/8"]}


async def test_plain_http_is_redirected_where_that_is_harmless(sqlite_url):
    async with serving(sqlite_url, **HTTPS) as desk:
        answer = await desk.client.get("/free?a=1&b=%20")
        assert answer.status_code == 308
        assert answer.headers["location"] == "https://desk/api/free?a=1&b=%20"
        assert (await desk.client.get("http://desk/health")).status_code == 200
        assert code(await desk.client.post("/login", json={})) == (403, "https_required")
        token = {"authorization": "Bearer x"}
        assert code(await desk.client.get("/free", headers=token)) == (403, "https_required")


async def test_https_passes_by_itself_or_by_the_word_of_our_proxy(sqlite_url):
    async with serving(sqlite_url, **HTTPS) as desk:
        assert (await desk.client.get("https://desk/api/free")).status_code == 200
        word = {"x-forwarded-proto": "https"}
        async with from_(desk, "10.1.1.1") as proxied, from_(desk, "203.0.113.9") as direct:
            assert (await proxied.get("/free", headers=word)).status_code == 200
            assert (await direct.get("/free", headers=word)).status_code == 308
            plain = {"x-forwarded-proto": "http"}
            assert (await proxied.get("https://desk/api/free", headers=plain)).status_code == 308


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
