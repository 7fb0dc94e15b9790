"""Passwords: hashed with argon2id in bounded threads, and refused when they are weak."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

from pwdlib.hashers.argon2 import Argon2Hasher
from zxcvbn_rs_py import zxcvbn

from backstay.errors import Detail, Overloaded, Unprocessable

R = TypeVar("R")

MEMORY_KIB = 19_456
ROUNDS = 2
"""OWASP's floor, about 25 ms of CPU; the library's defaults would cost 200."""

THREADS = 2
MOST_WAITING = 32
MOST_BYTES = 1024
LEAST_LENGTH = 10
LEAST_SCORE = 3

WEIGHED = 40
"""Characters that are judged: a strong start is enough, and 1,000 would hold the loop for long."""


class Passwords:
    """Hashes and verifies outside the event loop; a flood of logins is shed, not queued."""

    def __init__(self) -> None:
        self._hasher = Argon2Hasher(time_cost=ROUNDS, memory_cost=MEMORY_KIB, parallelism=1)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="backstay-passwords")
        self._waiting = 0

    async def hash(self, password: str) -> str:
        """The hash to store. Raises: Overloaded when too many wait already."""
        return await self._run(self._hasher.hash, password)

    async def verify(self, password: str, stored: str | None) -> bool:
        """Whether the password is right; an unknown account takes as long as a known one."""
        known = await self._run(self._verify, password, stored or "")
        return known and bool(stored)

    def close(self) -> None:
        """Stop the threads; what waits in them is dropped."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _verify(self, password: str, stored: str) -> bool:
        return self._hasher.verify(password, stored or _decoy(self._hasher))

    async def _run(self, call: Callable[..., R], *arguments: str) -> R:
        if self._waiting >= MOST_WAITING:
            raise Overloaded
        self._waiting += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, call, *arguments)
        finally:
            self._waiting -= 1


@cache
def _decoy(hasher: Argon2Hasher) -> str:
    return hasher.hash("nobody has this password")


def refuse_weak(password: str, *known: str) -> None:
    """Raise Unprocessable `password_weak`: by strength, not by composition (R-097, C-72).

    Args: password; known, what an attacker would try first, such as name and address.
    """
    if len(password.encode()) > MOST_BYTES:
        why = f"At most {MOST_BYTES} bytes."
    elif len(password) < LEAST_LENGTH:
        why = f"At least {LEAST_LENGTH} characters."
    else:
        parts = [part for text in known for part in (text, *text.replace("@", " ").split())]
        found = zxcvbn(password[:WEIGHED], parts)
        if int(found.score) >= LEAST_SCORE:
            return
        why = "It is easy to guess; a few unrelated words are better."
    detail = Detail("password", "password_weak", why)
    raise Unprocessable(code="password_weak", details=[detail])
