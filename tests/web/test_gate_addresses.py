"""The gate by the address of a client: quotas, proxies whose word counts, and plain HTTP."""

import pytest

from tests.desk.app import serving
from tests.web.at_the_gate import code, from_

HTTPS = {"https_only": True, "allowed_hosts": ["desk"], "trusted_proxies": ["10.0.0.0/8"]}


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
