import gzip

import pytest
import stamina

from backstay.errors import UrlNotAllowed
from backstay.resilience import (
    BreakerOpen,
    DependencyFailed,
    Destinations,
    Outgoing,
    Patience,
    outgoing,
)
from backstay.resilience.failures import AnswerTooLarge
from tests.resilience.conftest import reply


@pytest.fixture(autouse=True)
def hurried():
    """No waiting between attempts; how many there are is what counts."""
    stamina.set_testing(testing=False)
    yield
    stamina.set_testing(testing=False)


@pytest.fixture
async def client(monkeypatch):
    monkeypatch.setattr(outgoing, "_LONGEST_WAIT", 0.01)
    patience = Patience(timeout=0.3, deadline=3.0, answer_bytes=1000)
    one = Outgoing(Destinations(inside=["127.0.0.1"]), patience=patience)
    yield one
    await one.close()


async def test_a_good_answer_comes_whole(client, service):
    answer = await client.request("GET", service.url, headers={"x-a": "b"})
    assert (answer.status_code, answer.json()) == (200, {})
    assert b"x-a: b" in service.seen[0].lower()
    assert b"accept-encoding: identity" in service.seen[0].lower()


async def test_what_is_inside_is_refused_without_a_call(service):
    client = Outgoing()
    for url in (service.url, "http://127.0.0.1/", "http://169.254.169.254/latest"):
        with pytest.raises(UrlNotAllowed):
            await client.request("GET", url)
    assert service.calls == 0
    await client.close()


async def test_redirects_are_not_followed(client, service):
    service.answer = lambda _: reply(302, "location: http://169.254.169.254/")
    assert (await client.request("GET", service.url)).status_code == 302
    assert service.calls == 1


@pytest.mark.parametrize("status", [429, 502, 503, 504])
async def test_it_is_asked_again_until_it_can(client, service, status):
    service.answer = lambda call: reply(status, "retry-after: 0") if call < 3 else reply(200)
    assert (await client.request("GET", service.url)).status_code == 200
    assert service.calls == 3


async def test_and_no_more_than_three_times(client, service):
    service.answer = lambda _: reply(503)
    assert (await client.request("GET", service.url)).status_code == 503
    assert service.calls == 3


@pytest.mark.parametrize(
    ("method", "headers", "calls"),
    [("POST", {}, 1), ("PATCH", {}, 1), ("POST", {"idempotency-key": "a"}, 3), ("PUT", {}, 3)],
)
async def test_only_what_is_harmless_is_repeated(client, service, method, headers, calls):
    service.answer = lambda _: reply(503)
    await client.request(method, service.url, headers=headers)
    assert service.calls == calls


async def test_a_defect_of_theirs_is_an_answer(client, service):
    service.answer = lambda _: reply(500)
    assert (await client.request("GET", service.url)).status_code == 500
    assert service.calls == 1


async def test_retries_end_with_the_budget(client, service):
    service.answer = lambda _: reply(503)
    client._breaker = {"least": 1000}
    for _ in range(20):
        await client.request("GET", service.url)
    assert service.calls == 20 + 11


async def test_a_silent_service_costs_no_more_than_the_patience(client, service):
    service.answer = lambda _: b""
    with pytest.raises(DependencyFailed):
        await client.request("POST", service.url)


async def test_the_deadline_holds_over_all_attempts(service):
    patience = Patience(timeout=5.0, deadline=0.2)
    client = Outgoing(Destinations(inside=["127.0.0.1"]), patience=patience)
    service.answer = lambda _: b""
    with pytest.raises(DependencyFailed):
        await client.request("GET", service.url)
    assert service.calls == 1
    await client.close()


async def test_nobody_at_home(client):
    with pytest.raises(DependencyFailed) as failed:
        await client.request("GET", "http://127.0.0.1:1/")
    assert (failed.value.status, failed.value.code) == (503, "dependency_unavailable")


async def test_nonsense_is_no_answer(client, service):
    service.answer = lambda _: b"hello\r\nconnection: close\r\n\r\n"
    with pytest.raises(DependencyFailed):
        await client.request("POST", service.url)


async def test_too_much_is_cut_off(client, service):
    service.answer = lambda _: reply(200, "connection: close", body=b"a" * 2000)
    with pytest.raises(AnswerTooLarge):
        await client.request("GET", service.url)


async def test_a_bomb_is_cut_off_unpacked(client, service):
    body = gzip.compress(b"0" * 1_000_000)
    service.answer = lambda _: reply(200, "content-encoding: gzip", "connection: close", body=body)
    with pytest.raises(AnswerTooLarge):
        await client.request("GET", service.url)


async def test_the_breaker_opens_and_nobody_is_asked(client, service):
    service.answer = lambda _: reply(500)
    for _ in range(10):
        await client.request("GET", service.url)
    with pytest.raises(BreakerOpen):
        await client.request("GET", service.url)
    assert service.calls == 10


async def test_breakers_are_bounded(client):
    for number in range(outgoing.MOST_HOSTS + 5):
        client.breaker_of(f"host{number}")
    assert len(client._breakers) == outgoing.MOST_HOSTS
    assert client.breaker_of("host50") is client.breaker_of("host50")
