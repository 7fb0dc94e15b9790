"""Scores one definition against a task and a project; every point has a reason."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from backstay.agent.activation.globs import matches
from backstay.agent.activation.keywords import find_keywords
from backstay.agent.activation.predicates import shown_by
from backstay.agent.activation.signals import MOST, PHRASE, WEIGHTS, Signal, SignalKind
from backstay.agent.activation.task import Said, Task, mentioned_paths, said
from backstay.agent.activation.words import Words, term
from backstay.agent.definitions.conditions import read_condition
from backstay.agent.definitions.model import Definition, TriggerKind
from backstay.detect.model import Profile


@dataclass(frozen=True, slots=True)
class Situation:
    """What all definitions are scored against: the task, the project, who claims which keyword.

    `project` is None when nobody looked; `first` is the first keyword of anybody in the task.
    """

    task: Task
    words: tuple[Said, ...]
    paths: tuple[str, ...]
    project: Profile | None
    claims: Mapping[Words, int]
    first: Words


def situation(task: Task, definitions: Sequence[Definition], project: Profile | None) -> Situation:
    """Reads the task once, and counts how many definitions claim each keyword."""
    words = said(task)
    claims: dict[Words, int] = {}
    for definition in definitions:
        for one in {term(text) for text in texts(definition, "keyword")}:
            claims[one] = claims.get(one, 0) + 1
    keywords = [text for one in definitions for text in texts(one, "keyword")]
    hits = [hit for hit in find_keywords(keywords, words) if not hit.ruled_out]
    first = min(hits, key=lambda hit: hit.place).words if hits else ()
    return Situation(task, words, mentioned_paths(task), project, claims, first)


def texts(definition: Definition, kind: TriggerKind) -> list[str]:
    """The triggers of one kind."""
    return [one.text for one in definition.triggers if one.kind == kind]


def signals(definition: Definition, now: Situation) -> tuple[Signal, ...]:
    """Everything that speaks for or against a definition, the heaviest of each kind first."""
    found = sorted(_all(definition, now), key=lambda one: (-abs(one.full), one.kind, one.trigger))
    counted: dict[SignalKind, int] = {}
    kept = []
    for one in found:
        counted[one.kind] = counted.get(one.kind, 0) + 1
        if counted[one.kind] <= MOST.get(one.kind, len(found)):
            kept.append(one)
    return tuple(kept)


def _all(definition: Definition, now: Situation) -> Iterator[Signal]:
    if _is_named(definition.name, now.task.text):
        yield _signal("name", definition.name, "called by name in the task")
    yield from _keywords(definition, now)
    yield from _paths(definition, now)
    yield from _conditions(definition, now)


def _keywords(definition: Definition, now: Situation) -> Iterator[Signal]:
    for hit in find_keywords(texts(definition, "keyword"), now.words):
        if hit.ruled_out:
            yield _signal("ruled out", hit.keyword, "the task says to leave it alone")
            continue
        full = Fraction(WEIGHTS["keyword"] + (PHRASE if len(hit.words) > 1 else 0))
        sharers = now.claims.get(hit.words, 1)
        shown = "said in the task" + (f", claimed by {sharers}" if sharers > 1 else "")
        yield Signal("keyword", hit.keyword, shown, full, full / sharers)
        if hit.words == now.first:
            yield _signal("first", hit.keyword, "what the task speaks of first")
    for hit in find_keywords(texts(definition, "unless"), now.words):
        if not hit.ruled_out:
            yield _signal("unless", hit.keyword, "said in the task")


def _paths(definition: Definition, now: Situation) -> Iterator[Signal]:
    folders = now.project.directories if now.project else ()
    roots = [one.path for one in folders if one.role == "source"]
    for trigger in definition.triggers:
        if trigger.kind in ("glob", "extension"):
            path = next((path for path in now.paths if matches(trigger.text, path, roots)), "")
            if path:
                yield _signal(trigger.kind, trigger.text, path)


def _conditions(definition: Definition, now: Situation) -> Iterator[Signal]:
    if now.project is None:
        return
    for prose in texts(definition, "condition"):
        condition = read_condition(prose)
        if condition and (lines := shown_by(condition, now.project)):
            yield _signal("condition", prose, str(lines[0]))


def _signal(kind: SignalKind, trigger: str, shown: str) -> Signal:
    weight = Fraction(WEIGHTS[kind])
    return Signal(kind, trigger, shown, weight, weight)


def _is_named(name: str, text: str) -> bool:
    """`@backend`, `backend agent` or `agent backend`; the bare name may just be a word."""
    plain = re.escape(name.removesuffix("-agent"))
    pattern = rf"(?<!\w)@{plain}(?:-agent)?\b|\b{plain}[ -]agent\b|\bagent[ -]{plain}\b"
    return bool(re.search(pattern, text, re.IGNORECASE))
