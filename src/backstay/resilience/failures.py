"""Failures of other services: how long to bear with them, and what counts against them."""

from dataclasses import dataclass

import httpcore2
import httpx2

from backstay.errors import Unavailable

LATER = frozenset({429, 502, 503, 504})
"""What a service answers that may well answer better in a moment."""

LEAST_FAULT = 500


@dataclass(frozen=True, slots=True)
class Patience:
    """How long and how often: seconds for one attempt, attempts, seconds for all together."""

    timeout: float = 2.0
    attempts: int = 3
    deadline: float = 8.0
    answer_bytes: int = 4 * 1024 * 1024


class DependencyFailed(Unavailable):
    """The other service did not answer, or not in time, or with too much."""

    code, message = "dependency_unavailable", "A service that this one needs is not available."


class AnswerTooLarge(DependencyFailed):
    """The other service sent more than was asked for."""


class Refused(Exception):
    """An answer that says: not now. `wait` is what its Retry-After asks for, None without."""

    def __init__(self, answer: httpx2.Response) -> None:
        super().__init__(answer.status_code)
        self.answer = answer
        given = answer.headers.get("retry-after", "")
        self.wait = float(given) if given.isdigit() else None


COUNTED = (
    Refused,
    TimeoutError,
    httpcore2.TimeoutException,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpx2.TransportError,
)
"""What counts against a dependency: it did not answer, or said that it cannot."""
