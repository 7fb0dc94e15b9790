from ipaddress import ip_address

import httpcore2
import pytest

from backstay.errors import UrlNotAllowed
from backstay.resilience.destinations import Destinations, PinnedBackend, is_public

INSIDE = """127.0.0.1 127.1.2.3 0.0.0.0 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1
192.0.0.1 198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255 ::1 :: fe80::1 fc00::1 fd12::1 ff02::1
::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 2002:7f00:1::
2001:0:1::1 ::7f00:1 2001:db8::1""".split()


@pytest.mark.parametrize("address", INSIDE)
def test_what_is_inside_is_not_public(address):
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1"])
def test_the_open_internet_is_public(address):
    assert is_public(ip_address(address))


REFUSED = """file:///etc/passwd ftp://example.org gopher://example.org //example.org example.org
http:// http://user:secret@example.org http://example.org:22 http://example.org:99999
http://[::1 javascript:alert(1)""".split()


@pytest.mark.parametrize("url", [*REFUSED, "http://example.org/" + "a" * 2048, ""])
def test_urls_that_no_resolving_makes_right(url):
    with pytest.raises(UrlNotAllowed):
        Destinations().check(url)


@pytest.mark.parametrize("url", ["http://example.org", "https://example.org:443/a?b=c"])
def test_ordinary_urls_pass(url):
    Destinations().check(url)


def test_own_services_may_listen_anywhere():
    Destinations(inside=["billing"]).check("http://Billing:9000/")


SPELLINGS = "127.0.0.1 localhost 0x7f.1 2130706433 017700000001 127.1 ::1".split()


@pytest.mark.parametrize("host", SPELLINGS)
async def test_every_spelling_of_this_machine_is_refused(host):
    with pytest.raises((UrlNotAllowed, OSError)) as refused:
        await Destinations().addresses(host, 80)
    assert refused.type is UrlNotAllowed or host in {"::1", "localhost"}


async def test_one_inner_address_among_outer_ones_is_enough(monkeypatch):
    """A name that leads to both is how rebinding begins."""

    class Loop:
        async def getaddrinfo(self, host, port, **_):
            return [(2, 1, 6, "", ("1.1.1.1", port)), (2, 1, 6, "", ("10.0.0.1", port))]

    monkeypatch.setattr("asyncio.get_running_loop", Loop)
    with pytest.raises(UrlNotAllowed):
        await Destinations().addresses("example.org", 80)


async def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch):
    went = []
    backend = PinnedBackend(Destinations())

    async def addresses(host, port):
        return ["1.1.1.1"]

    async def connect_tcp(host, port, *_):
        went.append((host, port))

    monkeypatch.setattr(backend._destinations, "addresses", addresses)
    monkeypatch.setattr(backend._network, "connect_tcp", connect_tcp)
    await backend.connect_tcp("example.org", 443, timeout=1)
    await backend.sleep(0)
    assert went == [("1.1.1.1", 443)]


async def test_a_name_that_leads_nowhere_is_a_connection_that_fails():
    with pytest.raises(httpcore2.ConnectError):
        await PinnedBackend(Destinations()).connect_tcp("nowhere.invalid", 80, timeout=5)
