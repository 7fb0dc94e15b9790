import pytest

from backstay.errors import OriginNotAllowed
from backstay.web.exchange import Exchange
from backstay.web.origins import Origins

OURS = b"https://app.example.org"


def asking(origin: bytes | None) -> Exchange:
    return Exchange([] if origin is None else [(b"origin", origin)])


def test_without_a_setting_no_origin_hears_anything():
    assert Origins([]).of(OURS) == []
    for origin in (OURS, b"null", None):
        with pytest.raises(OriginNotAllowed):
            Origins([]).preflight(asking(origin))


def test_an_allowed_origin_is_named_and_answers_vary():
    origins = Origins(["https://app.example.org/"])
    headers = dict(origins.of(OURS))
    assert headers[b"access-control-allow-origin"] == OURS
    assert headers[b"vary"] == b"Origin"
    assert b"access-control-allow-credentials" not in headers


@pytest.mark.parametrize("origin", [b"https://evil.example", b"null", OURS + b".evil", None])
def test_any_other_is_told_nothing_but_that_answers_vary(origin):
    assert Origins(["https://app.example.org"]).of(origin) == [(b"vary", b"Origin")]


def test_preflight():
    origins = Origins(["https://app.example.org"])
    reply = origins.preflight(asking(OURS))
    headers = dict(reply.headers)
    assert reply.status == 204
    assert b"PATCH" in headers[b"access-control-allow-methods"]
    assert b"idempotency-key" in headers[b"access-control-allow-headers"]
    for origin in (b"https://evil.example", b"null", None):
        with pytest.raises(OriginNotAllowed):
            origins.preflight(asking(origin))


def test_every_origin():
    origins = Origins(["*"])
    assert dict(origins.of(b"https://a.example"))[b"access-control-allow-origin"] == b"*"
    assert origins.preflight(asking(b"null")).status == 204
    with pytest.raises(OriginNotAllowed):
        origins.preflight(asking(None))
    assert not origins.varies
