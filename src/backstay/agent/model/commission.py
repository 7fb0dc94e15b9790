"""Commission: one task for one specialist and one model, with what it may cost."""

from dataclasses import dataclass, field
from pathlib import Path

from pydantic_ai.models import Model

from backstay.agent.definitions.model import Definition
from backstay.agent.definitions.roster import Roster
from backstay.agent.model.budget import Budget
from backstay.agent.work.measure import Gates


@dataclass(frozen=True, slots=True)
class Commission:
    """What is asked, of whom, and who measures the result."""

    root: Path
    text: str
    model: Model
    definition: Definition
    roster: Roster
    gates: Gates = field(default_factory=Gates)
    budget: Budget = field(default_factory=Budget)
