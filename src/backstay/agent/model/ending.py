"""How a model-driven run ended, and what is left of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from backstay.agent.policy.handoffs import Ticket
from backstay.agent.work.receive import Received


class Ending(StrEnum):
    """Accepted is the only one that changes the project."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    PAUSED = "paused"
    EXHAUSTED = "exhausted"
    LOST = "lost"
    FAILED = "failed"


CODES: Mapping[Ending, int] = {Ending.ACCEPTED: 0, Ending.PAUSED: 2}
"""Exit codes; every other ending is 1."""


@dataclass(frozen=True, slots=True)
class Driven:
    """The end of a run.

    Attributes:
        why: what keeps it from being accepted, a line each.
        patch: where unfinished work was kept, relative to the project; empty when there is none.
        turns, tokens: what it has cost.
    """

    ending: Ending
    why: tuple[str, ...] = ()
    received: Received | None = None
    ticket: Ticket | None = None
    patch: str = ""
    turns: int = 0
    tokens: int = 0

    @property
    def code(self) -> int:
        """The exit code of the command."""
        return CODES.get(self.ending, 1)

    def lines(self) -> list[str]:
        """What a person reads of it."""
        found = [f"The model's run was {self.ending}: {self.turns} turns, {self.tokens} tokens."]
        found += self.why
        if self.ticket is not None:
            found.append(f"Handoff to {self.ticket.agent}: {self.ticket.prompt}")
            found.append(self.ticket.message)
        if self.patch:
            found.append(f"Its work is kept: git apply {self.patch}")
        if self.received is not None and self.received.accepted:
            found += [self.received.sentence] if self.received.sentence else self.received.why
        return found
