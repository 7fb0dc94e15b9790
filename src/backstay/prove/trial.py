"""Trial: one claim of the contract, and how it is put to the test."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Generic, TypeVar

from backstay.blueprint.model import Place
from backstay.prove.attempt import Attempt

T_contra = TypeVar("T_contra", contravariant=True)

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
class Challenge(Generic[T_contra]):
    """One claim, and how it is put to the test; `T_contra` is what `run` gets for each try.

    A try must meet at least one `control` (what should work does) for its `expect`s (what should
    be refused is) to count. `repeats` is 1 only where time is the measure.
    """

    check: str
    key: str
    at: Place
    claim: str
    run: Callable[[T_contra], Awaitable[None]]
    repeats: int = field(default=REPEATS, kw_only=True)


@dataclass(frozen=True, slots=True)
class Trial(Challenge[Attempt]):
    """A claim of the contract; `phase` says when it is tried, and on what."""

    phase: Phase = Phase.BEHAVIOUR
