"""Question: one claim about a service, as the prover's judge takes it."""

from collections.abc import Awaitable, Callable

from backstay.blueprint.model import Place
from backstay.prove.attempt import Try
from backstay.prove.trial import REPEATS, Challenge

NOWHERE = Place(0, 0)
"""No line of a contract says it."""
SERVICE = "service"
"""The key of what is asked of the service as a whole."""

Run = Callable[[Try], Awaitable[None]]
Question = Challenge[Try]


def question(check: str, key: str, claim: str, run: Run, repeats: int = REPEATS) -> Question:
    """A claim about an operation, `GET /tasks`, or about the service as a whole."""
    return Challenge(check, key, NOWHERE, claim, run, repeats=repeats)
