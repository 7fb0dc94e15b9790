"""Rates: what a caller and what an address may ask in a while, and how answers tell (R-115)."""

from collections.abc import Callable
from typing import NamedTuple

from backstay.data.caller import Caller
from backstay.resilience.buckets import Buckets
from backstay.resilience.quotas import Left, Quota
from backstay.resilience.shared import SharedBuckets
from backstay.web.exchange import Exchange

Make = Callable[[Quota], Buckets | SharedBuckets]


class _Counted(NamedTuple):
    """Where a kind of client is counted, and what its answers tell (draft-10).

    `item` is the RateLimit header, but for what is left and until when.
    """

    buckets: Buckets | SharedBuckets
    policy: bytes
    item: bytes


class Rates:
    """Three quotas: of a caller, of an address without one, and of an address with all its callers.

    Args: requests and seconds, for a caller, and for an address that is not signed in;
    per_address, how many all callers of one address have together; make, the place to count.
    """

    def __init__(self, make: Make, *, requests: int, seconds: float, per_address: int) -> None:
        together = Quota("address", per_address, seconds)
        self._addresses = _counted(make, together)
        self._callers = _counted(make, Quota("caller", requests, seconds), together)
        self._guests = _counted(make, Quota("guest", requests, seconds), together)

    async def take(self, caller: Caller | None, exchange: Exchange) -> Left:
        """Take one request out of each quota that applies; the answer's headers tell of one.

        A token that is not known yet counts for its address only: verifying it comes later.
        """
        network = exchange.network
        own: _Counted = self._addresses
        key: object = network
        if caller is not None:
            own, key = self._callers, caller.user_id.int
        elif exchange.authorization is None:
            own = self._guests
        told = self._addresses
        taken = told.buckets.take(network)
        left = taken if isinstance(taken, Left) else await taken
        if own is not told and left.allowed:
            told = own
            taken = own.buckets.take(key)
            left = taken if isinstance(taken, Left) else await taken
        exchange.limited = own.policy, told.item % (left.remaining, left.reset)
        return left


def _counted(make: Make, *quotas: Quota) -> _Counted:
    """The first quota with its place; its policy tells of all."""
    policy = b", ".join(quota.policy for quota in quotas)
    item = f'"{quotas[0].name}";r=%d;t=%d'.encode()
    return _Counted(make(quotas[0]), policy, item)
