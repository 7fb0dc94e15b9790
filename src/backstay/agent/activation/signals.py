"""One reason for or against waking a specialist, with its weight."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

SignalKind = Literal[
    "name", "keyword", "first", "glob", "condition", "extension", "unless", "ruled out"
]

# chosen on the tuned half of the labelled prompts, then frozen (decision 0033)
WEIGHTS: Mapping[SignalKind, int] = {
    "name": 100,
    "keyword": 2,
    "first": 1,
    "glob": 3,
    "condition": 1,
    "extension": 1,
    "unless": -4,
    "ruled out": 0,
}
PHRASE = 1  # more for a keyword of several words
# how many signals of a kind count at most, the heaviest first
MOST: Mapping[SignalKind, int] = {"keyword": 3, "glob": 3, "condition": 3, "extension": 2}


@dataclass(frozen=True, slots=True)
class Signal:
    """A match: what of the definition, what of the task or project, and how much it counts.

    `full` is the weight when nobody else claims the keyword; `weight` is what is left of it.
    """

    kind: SignalKind
    trigger: str
    shown: str
    full: Fraction
    weight: Fraction

    def __str__(self) -> str:
        """`+2 keyword "endpoint": said in the task`."""
        return f"{number(self.weight, sign=True)} {self.kind} {self.trigger!r}: {self.shown}"


def number(value: Fraction, *, sign: bool = False) -> str:
    """A weight for people: at most two decimals, no idle zeros."""
    text = f"{float(value):.2f}".rstrip("0").rstrip(".")
    return f"+{text}" if sign and value > 0 else text
