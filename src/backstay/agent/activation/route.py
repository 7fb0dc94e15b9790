"""Decides which specialist a task wakes, deterministically, and says why (C-40, C-74)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from backstay.agent.activation.score import Situation, signals, situation, texts
from backstay.agent.activation.signals import Signal, number
from backstay.agent.activation.task import Task
from backstay.agent.activation.words import spell
from backstay.agent.definitions.model import Definition
from backstay.detect.model import Profile

THRESHOLD = 2  # one keyword, undamped; less is no reason to wake anybody
# what wakes, from the strongest: a name, the task's words and files, the project, an ending
TIERS = ("name", "task", "project", "extension", "none")
_OF_TASK = ("keyword", "first", "glob", "unless")
# everyday words: alone, in a folder without code, they are not about software
_EVERYDAY = frozenset(
    spell("server worker rest table index test form page guide button model secret container icon")
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One definition with its score; `tier` is the strongest kind of reason that it has."""

    definition: Definition
    signals: tuple[Signal, ...]
    tier: str
    score: Fraction

    @property
    def wakes(self) -> bool:
        """Whether the definition has reason enough."""
        return self.tier != "none"


@dataclass(frozen=True, slots=True)
class Decision:
    """All candidates, the best first; `chosen` is None when nobody has reason enough."""

    candidates: tuple[Candidate, ...]
    chosen: Candidate | None
    reason: str


def route(
    task: Task, definitions: Sequence[Definition], project: Profile | None = None
) -> Decision:
    """Which definition the task wakes.

    Of equal candidates the one with the longer matching trigger wins, then the one that stands
    first among the definitions, which is the one of the higher rank.

    Args:
        task: What is wanted.
        definitions: The roster, the highest rank first.
        project: What was detected; None when nobody looked.
    """
    now = situation(task, definitions, project)
    scored = [_candidate(one, now) for one in definitions]
    order = sorted(range(len(scored)), key=lambda index: (*_rank(scored[index]), index))
    ranked = tuple(scored[index] for index in order)
    best = next((one for one in ranked if one.wakes), None)
    return Decision(ranked, best, _reason(ranked, best))


def _candidate(definition: Definition, now: Situation) -> Candidate:
    found = signals(definition, now)
    score = sum((one.weight for one in found), Fraction())
    return Candidate(definition, found, _tier(definition, found, now), score)


def _tier(definition: Definition, found: tuple[Signal, ...], now: Situation) -> str:
    full = sum((one.full for one in found if one.kind in _OF_TASK), Fraction())
    kinds = {one.kind for one in found}
    if "name" in kinds:
        return "name"
    if full >= THRESHOLD and not _is_everyday(found, now):
        return "task"
    against = full < 0
    only_conditions = not texts(definition, "keyword") and not texts(definition, "glob")
    conditions = sum(one.kind == "condition" for one in found)
    if conditions >= THRESHOLD and only_conditions and not against:
        return "project"
    return "extension" if "extension" in kinds and not against else "none"


def _is_everyday(found: tuple[Signal, ...], now: Situation) -> bool:
    """A lone everyday word, in a project that was looked at and has no code."""
    if now.project is None or now.project.language != "none":
        return False
    said = [one for one in found if one.kind in ("keyword", "glob", "extension", "condition")]
    return len(said) == 1 and set(spell(said[0].trigger)) <= _EVERYDAY


def _rank(candidate: Candidate) -> tuple[int, Fraction, int]:
    longest = max((len(one.trigger) for one in candidate.signals if one.full > 0), default=0)
    return TIERS.index(candidate.tier), -candidate.score, -longest


def _reason(ranked: tuple[Candidate, ...], best: Candidate | None) -> str:
    if best is None:
        return "no definition has a keyword, a path, or enough conditions for this"
    said = f"{best.definition.name} wakes by {best.tier}, with {number(best.score)}"
    rest = [one for one in ranked if one is not best and one.wakes]
    if not rest:
        return f"{said}; nobody else would"
    return (
        f"{said}; next is {rest[0].definition.name} by {rest[0].tier}, with {number(rest[0].score)}"
    )
