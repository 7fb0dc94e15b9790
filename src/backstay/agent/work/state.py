"""The states of a task and the only ways between them; a run that stops says where and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from backstay.agent.record.journal import Journal
from backstay.agent.returns.measured import Measured
from backstay.agent.returns.model import FeatureReturn
from backstay.agent.work.plan import Step
from backstay.blueprint.contract import Blueprint


class State(StrEnum):
    """Where a task stands; the last four are ends."""

    TAKEN = "taken"
    ROUTED = "routed"
    DESIGNED = "designed"
    PLANNED = "planned"
    BUILT = "built"
    MEASURED = "measured"
    RETURNED = "returned"
    DELIVERED = "delivered"
    UNSURE = "unsure"
    STOPPED = "stopped"
    REFUSED = "refused"


NEXT: Mapping[State, tuple[State, ...]] = {
    State.TAKEN: (State.ROUTED, State.UNSURE, State.STOPPED),
    State.ROUTED: (State.DESIGNED, State.UNSURE, State.STOPPED),
    State.DESIGNED: (State.PLANNED, State.UNSURE, State.STOPPED),
    State.PLANNED: (State.BUILT, State.STOPPED),
    State.BUILT: (State.MEASURED, State.STOPPED),
    State.MEASURED: (State.RETURNED, State.REFUSED, State.STOPPED),
    State.RETURNED: (State.DELIVERED, State.STOPPED),
}
# findings or a refused return are 1, an unclear task is 2
CODES: Mapping[State, int] = {State.UNSURE: 2, State.STOPPED: 1, State.REFUSED: 1}


@dataclass(slots=True)
class Run:
    """One task on its way.

    `missing` is what must be said or mended, `notes` what to know, `trail` every state so far.
    """

    root: Path
    text: str
    journal: Journal
    agent: str = "backend"
    state: State = State.TAKEN
    trail: list[State] = field(default_factory=lambda: [State.TAKEN])
    before: Blueprint | None = None
    after: Blueprint | None = None
    contract: str = ""
    diff: str = ""
    draft: str = ""
    plan: tuple[Step, ...] = ()
    measured: Measured = field(default_factory=Measured)
    claim: FeatureReturn | None = None
    sentence: str = ""
    missing: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def go(self, state: State, **facts: object) -> None:
        """Enter a state and write it down. ValueError for a way that does not exist."""
        if state not in NEXT.get(self.state, ()):
            raise ValueError(f"a task does not go from {self.state} to {state}")
        self.state = state
        self.trail.append(state)
        self.journal.note(state.value, **facts)

    @property
    def code(self) -> int:
        """The exit code of the command."""
        return CODES.get(self.state, 0)
