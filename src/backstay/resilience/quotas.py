"""Quotas: how many requests in how long, and what is left of them."""

from typing import NamedTuple


class Quota(NamedTuple):
    """So many requests in so many seconds; the name is what clients read in RateLimit."""

    name: str
    requests: int
    seconds: float

    @property
    def policy(self) -> bytes:
        """The quota as one item of the RateLimit-Policy header (draft-10)."""
        return f'"{self.name}";q={self.requests};w={self.seconds:.0f}'.encode()


class Left(NamedTuple):
    """What one request found: whether it may pass, how many more may, when all may again.

    `reset` and `wait` are seconds; `wait` is how long a refused one has to.
    """

    allowed: bool
    remaining: int
    reset: int
    wait: int = 0
