"""Destinations: where calls to addresses that others name may go, resolved and pinned (SSRF)."""

import asyncio
import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

import httpcore2

from backstay.errors import UrlNotAllowed

PORTS = frozenset({80, 443})
MOST_URL = 2048
_PORTS = {"http": 80, "https": 443}
# ways to write an IPv4 address into an IPv6 one: the last 32 bits are where it really goes
_CARRIES_IPV4 = (ip_network("64:ff9b::/96"), ip_network("::/96"))
_NOT_OURS = (ip_network("2001::/32"), ip_network("2002::/16"), ip_network("64:ff9b:1::/48"))

Address = IPv4Address | IPv6Address


def is_public(address: Address) -> bool:
    """Whether an address is on the open internet, and not one dressed up as such."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if any(address in network for network in _CARRIES_IPV4):
            return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
        if any(address in network for network in _NOT_OURS):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


class Destinations:
    """What may be called: names that resolve to public addresses only, on ordinary ports.

    Args: ports; inside, host names of our own services, which may be anywhere.
    """

    def __init__(self, *, ports: Iterable[int] = PORTS, inside: Iterable[str] = ()) -> None:
        self._ports = frozenset(ports)
        self._inside = frozenset(name.lower() for name in inside)

    def check(self, url: str) -> None:
        """Refuse what no resolving can make right. Raises: UrlNotAllowed."""
        try:
            parts = urlsplit(url)
            port = parts.port or _PORTS.get(parts.scheme, 0)
        except ValueError:
            raise UrlNotAllowed from None
        host = (parts.hostname or "").lower()
        if len(url) > MOST_URL or parts.scheme not in _PORTS or not host or parts.username:
            raise UrlNotAllowed
        if host not in self._inside and port not in self._ports:
            raise UrlNotAllowed

    async def addresses(self, host: str, port: int) -> list[str]:
        """Where a name leads, all of it allowed. Raises: UrlNotAllowed, OSError."""
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
        if host.lower() not in self._inside and not all(
            is_public(ip_address(one.partition("%")[0])) for one in addresses
        ):
            raise UrlNotAllowed
        return addresses


class PinnedBackend(httpcore2.AsyncNetworkBackend):
    """Connects to the very address that was checked: nobody resolves the name a second time."""

    def __init__(self, destinations: Destinations) -> None:
        self._destinations = destinations
        self._network = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 the signature is httpcore's
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """A connection to an allowed address. Raises: UrlNotAllowed, httpcore2.ConnectError."""
        try:
            async with asyncio.timeout(timeout):
                addresses = await self._destinations.addresses(host, port)
        except OSError as error:
            raise httpcore2.ConnectError(str(error)) from error
        return await self._network.connect_tcp(
            addresses[0], port, timeout, local_address, socket_options
        )

    async def sleep(self, seconds: float) -> None:
        """Wait; httpcore asks for it between its own attempts."""
        await asyncio.sleep(seconds)
