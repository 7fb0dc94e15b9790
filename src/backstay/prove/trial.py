"""Trial: one claim of the contract, and how it is put to the test."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from backstay.blueprint.model import Place

if TYPE_CHECKING:
    from backstay.prove.attempt import Attempt

REPEATS = 3
"""A failure is one when it comes this often in a row, each time with new people and rows."""


class Phase(IntEnum):
    """When a trial runs, and on what; each phase has a subject and a database of its own.

    BEHAVIOUR: limits wide open. BARE: as BEHAVIOUR, but the database has no CHECKs, so that what
    the service refuses is seen alone. LIMITS: the contract's limits. FUZZ: whatever may leave junk
    behind. LOAD: seeded rows, settings of production. PROJECT: no subject; the project's files.
    """

    BEHAVIOUR = 1
    BARE = 2
    LIMITS = 3
    FUZZ = 4
    LOAD = 5
    PROJECT = 6


@dataclass(frozen=True, slots=True)
class Trial:
    """One claim, and how it is put to the test.

    `run` gets an Attempt: it must meet at least one `control` (what should work does) for its
    `expect`s (what should be refused is) to count. `repeats` is 1 only where time is the measure.
    """

    check: str
    key: str
    at: Place
    claim: str
    run: "Callable[[Attempt], Awaitable[None]]"
    phase: Phase = Phase.BEHAVIOUR
    repeats: int = REPEATS
