"""A decision for people, with every point explained, and for programs as JSON of a fixed shape."""

from collections.abc import Iterator
from typing import Any

from backstay.agent.activation.route import Candidate, Decision
from backstay.agent.activation.signals import number

SCHEMA = 1


def as_lines(decision: Decision, *, explain: bool = False) -> Iterator[str]:
    """The chosen name and the reason; with `explain`, every candidate that has a signal."""
    yield decision.chosen.definition.name if decision.chosen else "none"
    yield decision.reason
    if explain:
        for candidate in decision.candidates:
            if candidate.signals:
                yield from _explained(candidate)


def _explained(candidate: Candidate) -> Iterator[str]:
    definition = candidate.definition
    state = f"wakes by {candidate.tier}" if candidate.wakes else "stays asleep"
    yield ""
    yield f"{definition.name} {number(candidate.score)}, {state} ({definition.path})"
    for signal in candidate.signals:
        yield f"  {signal}"


def as_data(decision: Decision) -> dict[str, Any]:
    """What `backstay agents route --json` prints; `schema` rises when a meaning changes."""
    chosen = decision.chosen
    return {
        "schema": SCHEMA,
        "chosen": chosen.definition.name if chosen else None,
        "path": chosen.definition.path if chosen else None,
        "reason": decision.reason,
        "candidates": [
            {
                "name": one.definition.name,
                "path": one.definition.path,
                "tier": one.tier,
                "score": float(one.score),
                "signals": [
                    {
                        "kind": signal.kind,
                        "trigger": signal.trigger,
                        "shown": signal.shown,
                        "weight": float(signal.weight),
                    }
                    for signal in one.signals
                ],
            }
            for one in decision.candidates
        ],
    }
