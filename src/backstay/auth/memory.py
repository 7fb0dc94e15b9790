"""Memory: verified tokens, remembered briefly; one never outlives its expiry or its account."""

from collections import OrderedDict
from time import time
from typing import NamedTuple
from uuid import UUID

from backstay.data.caller import Caller

MOST = 10_000
"""About 8 MB of a worker, when so many different tokens come within the seconds."""


class _Kept(NamedTuple):
    caller: Caller
    until: float


class Memory:
    """Callers by Authorization header, for at most `seconds`; the oldest go when there are many.

    `epoch` counts what was forgotten: what the database said before must not be kept after.
    """

    def __init__(self, seconds: float) -> None:
        self.epoch = 0
        self._seconds = seconds
        self._callers: OrderedDict[bytes, _Kept] = OrderedDict()
        self._headers: dict[UUID, set[bytes]] = {}

    def get(self, header: bytes) -> Caller | None:
        """The caller, if it is remembered and still good."""
        kept = self._callers.get(header)
        if kept is None:
            return None
        if kept.until > time():
            return kept.caller
        self._drop(header)
        return None

    def keep(self, header: bytes, caller: Caller, expires: float, epoch: int) -> None:
        """Remember a caller whose standing was read when `epoch` was current."""
        if epoch != self.epoch or not self._seconds:
            return
        if len(self._callers) >= MOST:
            self._drop(next(iter(self._callers)))
        self._callers[header] = _Kept(caller, min(expires, time() + self._seconds))
        self._headers.setdefault(caller.user_id, set()).add(header)

    def forget(self, account_id: UUID) -> None:
        """Drop everything about an account."""
        self.epoch += 1
        for header in tuple(self._headers.get(account_id, ())):
            self._drop(header)

    def _drop(self, header: bytes) -> None:
        account_id = self._callers.pop(header).caller.user_id
        headers = self._headers[account_id]
        headers.discard(header)
        if not headers:
            del self._headers[account_id]
