"""Addresses: whose a request is, behind proxies that we trust, and what is counted together."""

from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address, ip_network

MOST_KEPT = 10_000
PREFIX = 64
"""Bits of an IPv6 address that one customer has at least: the rest is theirs to rotate."""

UNKNOWN = "unknown"


class Addresses:
    """Args: trusted, networks of proxies whose X-Forwarded-For is believed; mostly none."""

    def __init__(self, trusted: Iterable[str] = ()) -> None:
        self._trusted = [ip_network(one, strict=False) for one in trusted]
        self._networks: dict[str, str] = {}

    def believes(self, peer: str) -> bool:
        """Whether forwarding headers of this peer are believed."""
        return bool(self._trusted) and self._is_trusted(peer)

    def of(self, peer: str, forwarded: bytes | None) -> str:
        """The client's address: the last one that no proxy of ours has added."""
        if forwarded is None or not self.believes(peer):
            return peer
        hops = [hop.strip() for hop in forwarded.decode("latin-1").split(",")]
        for hop in reversed(hops):
            if not _is_address(hop):
                return peer
            if not self._is_trusted(hop):
                return hop
        return hops[0]

    def network(self, address: str) -> str:
        """What is counted together: an IPv4 address, or the /64 of an IPv6 one."""
        found = self._networks.get(address)
        if found is None:
            if len(self._networks) >= MOST_KEPT:
                self._networks.clear()
            found = self._networks[address] = _network(address)
        return found

    def _is_trusted(self, address: str) -> bool:
        if not _is_address(address):
            return False
        found = ip_address(address)
        return any(found in network for network in self._trusted)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _network(address: str) -> str:
    if not _is_address(address):
        return UNKNOWN
    found = ip_address(address)
    if not isinstance(found, IPv6Address):
        return address
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ip_network((int(found), PREFIX), strict=False))
