"""Cast: the people of one act, and the row that all others are copies of."""

from dataclasses import dataclass
from uuid import UUID

from backstay.prove.world.person import Person
from backstay.prove.world.row import Row


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays.

    Attributes:
        who: the caller; maker: somebody else, who made `base`; stranger: an account of a third,
        who owns what is neither's.
    """

    who: Person
    maker: Person
    base: Row
    stranger: UUID
