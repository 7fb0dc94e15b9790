"""Rates: what a caller and what an address may ask in a while, and how answers tell (R-115)."""

from collections.abc import Callable

from backstay.data.caller import Caller
from backstay.resilience.buckets import Buckets
from backstay.resilience.quotas import Left, Quota
from backstay.resilience.shared import SharedBuckets
from backstay.web.exchange import Exchange

Make = Callable[[Quota], Buckets | SharedBuckets]


class Rates:
    """Three quotas: of a caller, of an address without one, and of an address with all its callers.

    Args: requests and seconds, for a caller, and for an address that is not signed in;
    per_address, how many all callers of one address have together; make, the place to count.
    """

    def __init__(self, make: Make, *, requests: int, seconds: float, per_address: int) -> None:
        self._callers = make(Quota("caller", requests, seconds))
        self._guests = make(Quota("guest", requests, seconds))
        self._addresses = make(Quota("address", per_address, seconds))
        together = self._addresses.quota.policy
        self._caller_policy = b", ".join((self._callers.quota.policy, together))
        self._guest_policy = b", ".join((self._guests.quota.policy, together))
        self._address_policy = together

    async def take(self, caller: Caller | None, exchange: Exchange) -> Left:
        """Take one request out of each quota that applies; the answer's headers tell of one.

        A token that is not known yet counts for its address only: verifying it comes later.
        """
        network = exchange.network
        own: Buckets | SharedBuckets | None = None
        if caller is not None:
            own, key, policy = self._callers, str(caller.user_id), self._caller_policy
        elif exchange.authorization is None:
            own, key, policy = self._guests, network, self._guest_policy
        else:
            key, policy = network, self._address_policy
        told, left = self._addresses, await _take(self._addresses, network)
        if own is not None and left.allowed:
            told, left = own, await _take(own, key)
        exchange.limited = policy, _shown(told.quota.name, left)
        return left


async def _take(buckets: Buckets | SharedBuckets, key: str) -> Left:
    if isinstance(buckets, Buckets):
        return buckets.take(key)
    return await buckets.take(key)


def _shown(name: str, left: Left) -> bytes:
    """One item of the RateLimit header (draft-10): what is left, and until when."""
    return b'"%s";r=%d;t=%d' % (name.encode(), left.remaining, left.reset)
