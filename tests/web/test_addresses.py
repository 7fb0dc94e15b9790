import pytest

from backstay.web import addresses
from backstay.web.addresses import Addresses

PROXIES = ["10.0.0.0/8", "fd00::/8"]


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("203.0.113.5", None, "203.0.113.5"),
        ("203.0.113.5", b"1.2.3.4", "203.0.113.5"),  # nobody asked this peer
        ("10.0.0.1", None, "10.0.0.1"),
        ("10.0.0.1", b"1.2.3.4", "1.2.3.4"),
        ("10.0.0.1", b"6.6.6.6, 1.2.3.4", "1.2.3.4"),  # what the client wrote itself stands left
        ("10.0.0.1", b"1.2.3.4, 10.9.9.9", "1.2.3.4"),
        ("10.0.0.1", b"10.1.1.1, 10.9.9.9", "10.1.1.1"),
        ("10.0.0.1", b"1.2.3.4, nonsense", "10.0.0.1"),
        ("10.0.0.1", b"", "10.0.0.1"),
        ("fd00::1", b"2001:db8::1", "2001:db8::1"),
        ("", b"1.2.3.4", ""),
    ],
)
def test_the_client_is_the_last_that_no_proxy_of_ours_has_added(peer, forwarded, client):
    assert Addresses(PROXIES).of(peer, forwarded) == client


def test_without_trusted_proxies_nobody_is_believed():
    assert Addresses().of("10.0.0.1", b"1.2.3.4") == "10.0.0.1"


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.5", "203.0.113.5"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.5", "203.0.113.5"),
        ("", "unknown"),
        ("testclient", "unknown"),
    ],
)
def test_an_ipv6_customer_is_a_64(address, network):
    assert Addresses().network(address) == network


def test_rotating_within_a_64_changes_nothing():
    ours = Addresses()
    assert ours.network("2001:db8::1") == ours.network("2001:db8::ffff:1")
    assert ours.network("2001:db8::1") != ours.network("2001:db8:0:1::1")


def test_what_is_remembered_is_bounded(monkeypatch):
    monkeypatch.setattr(addresses, "MOST_KEPT", 3)
    ours = Addresses()
    for number in range(10):
        ours.network(f"203.0.113.{number}")
    assert len(ours._networks) <= 3
