from typing import Any

import pytest

from backstay.errors import HeadersTooLarge, HostNotAllowed, HostRequired, UriTooLong
from backstay.web import envelope
from backstay.web.envelope import Envelope
from backstay.web.exchange import Exchange


def check(*hosts: str, host: bytes | None = b"api.example.org", **changes: Any) -> None:
    headers = [] if host is None else [(b"host", host)]
    headers += changes.pop("headers", [])
    scope = {"path": "/", "query_string": b"", "headers": headers, "http_version": "1.1"} | changes
    ours = Envelope(hosts, headers=5, header_bytes=200, uri_bytes=50)
    ours.check(scope, Exchange(headers))


def test_an_ordinary_request_passes():
    check("api.example.org")


@pytest.mark.parametrize("host", [b"api.example.org:8000", b"API.example.org", b"[::1]", b"a_b"])
def test_any_name_is_good_where_none_is_set(host):
    check(host=host)


@pytest.mark.parametrize(
    "host", [b"evil.example", b"api.example.org.evil.example", b"xapi.example.org", b"example.org"]
)
def test_other_names_are_refused(host):
    with pytest.raises(HostNotAllowed):
        check("api.example.org", host=host)


@pytest.mark.parametrize("path", ["/health", "/ready"])
def test_whoever_runs_the_machine_asks_by_address(path):
    check("api.example.org", host=b"10.0.0.7:8000", path=path)
    with pytest.raises(HostNotAllowed):
        check("api.example.org", host=b"a/b", path=path)


def test_names_below_one():
    check("*.example.org", host=b"a.b.example.org")
    with pytest.raises(HostNotAllowed):
        check("*.example.org", host=b"example.org")
    check("*", host=b"whatever")


@pytest.mark.parametrize(
    "host", [b"a/b", b"a@b", b"a?b", b"a b", b"a:99999", b"a:b", b"[::1", b"a\0", b"-a"]
)
def test_what_is_no_name_is_refused_even_where_any_is_good(host):
    with pytest.raises(HostNotAllowed):
        check(host=host)


def test_without_a_host():
    for host in (None, b""):
        with pytest.raises(HostRequired):
            check(host=host)
        check(host=host, http_version="1.0")
        check(host=host, http_version="1")


def test_two_hosts_are_none():
    with pytest.raises(HostNotAllowed):
        check(headers=[(b"host", b"api.example.org")])


def test_sizes():
    check(path="/" + "a" * 40, query_string=b"b" * 9)
    with pytest.raises(UriTooLong):
        check(path="/" + "a" * 40, query_string=b"b" * 10)
    with pytest.raises(HeadersTooLarge):
        check(headers=[(b"a", b"b" * 200)])
    with pytest.raises(HeadersTooLarge):
        check(headers=[(b"a", b"b")] * 5)


def test_good_hosts_are_remembered_and_bounded(monkeypatch):
    monkeypatch.setattr(envelope, "MOST_KEPT", 2)
    ours = Envelope((), headers=5, header_bytes=200, uri_bytes=50)
    for number in range(5):
        headers = [(b"host", b"h%d" % number)]
        ours.check({"path": "/", "query_string": b"", "headers": headers}, Exchange(headers))
    assert ours._good == {b"h0", b"h1"}
