"""Result: what came of one trial, with what was seen."""

from dataclasses import dataclass, field

from backstay.blueprint.model import Place
from backstay.prove.finding import Finding
from backstay.prove.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number beside its target; `met` is None where nothing is promised."""

    name: str
    value: float
    unit: str
    target: float | None = None
    met: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """How the database would find the rows of one question (R-065); steps are in its own words."""

    question: str
    sql: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one trial.

    Attributes:
        check: the check's name (contract.md 2.8); key: the contract's key, `resources.Task.lock`.
        at: where it stands; claim: what was to be shown, in words.
        reason: why it failed or is unproven; empty where it passed.
        controls, attacks: how many expectations of each kind were met.
        requests: how many were sent in all tries together.
    """

    check: str
    key: str
    at: Place
    claim: str
    outcome: Outcome
    reason: str = ""
    controls: int = 0
    attacks: int = 0
    requests: int = 0
    seconds: float = 0.0
    findings: tuple[Finding, ...] = ()
    figures: tuple[Figure, ...] = field(default=())
    plans: tuple[Plan, ...] = ()
