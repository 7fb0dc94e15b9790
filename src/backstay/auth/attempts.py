"""Attempts: failed logins are counted per account and address, so that nobody guesses for long."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from hashlib import blake2b

from backstay.errors import LoginFailed, TooManyRequests
from backstay.resilience.buckets import Buckets
from backstay.resilience.counting import Counting
from backstay.resilience.quotas import Quota

PER_ACCOUNT, PER_ADDRESS = 10, 30
"""How many times the quota of one account from one address they have on the whole."""


class LoginLimits:
    """Three quotas: account and address together, the account alone, the address alone.

    None of them locks anybody out for good, and an attacker elsewhere has to fail ten times as
    often before the owner notices.

    Args: make, the place to count; attempts, in so many seconds.
    """

    def __init__(self, make: Counting, *, attempts: int, seconds: int) -> None:
        self._quotas = [
            make(Quota("login", attempts, seconds)),
            make(Quota("login-account", attempts * PER_ACCOUNT, seconds)),
            make(Quota("login-address", attempts * PER_ADDRESS, seconds)),
        ]
        self._running: Counter[tuple[int, str]] = Counter()

    def of(self, address: str) -> "Attempts":
        """The attempts that come from an address."""
        return Attempts(self, address)

    @asynccontextmanager
    async def counted(self, account: str, address: str) -> AsyncIterator[None]:
        """Count what fails in the block. Raises: TooManyRequests when too much has failed."""
        name = blake2b(account.encode(), digest_size=16).hexdigest()
        keys = list(enumerate((f"{name} {address}", name, address)))
        for place, key in keys:
            quota = self._quotas[place]
            left = quota.look(key) if isinstance(quota, Buckets) else await quota.look(key)
            # those that still run may all fail
            if left.remaining <= self._running[place, key]:
                raise TooManyRequests(max(left.wait, 1))
        self._running.update(keys)
        try:
            yield
        except LoginFailed:
            for place, key in keys:
                quota = self._quotas[place]
                if isinstance(quota, Buckets):
                    quota.take(key)
                else:
                    await quota.take(key)
            raise
        finally:
            self._running.subtract(keys)
            for pair in keys:
                if not self._running[pair]:
                    del self._running[pair]


@dataclass(frozen=True, slots=True)
class Attempts:
    """The attempts of one request's address."""

    limits: LoginLimits
    address: str

    def at(self, account: str) -> AbstractAsyncContextManager[None]:
        """`async with attempts.at(email):` around what may raise LoginFailed.

        Raises: TooManyRequests.
        """
        return self.limits.counted(account, self.address)
