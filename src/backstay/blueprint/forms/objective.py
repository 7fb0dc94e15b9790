"""Objectives: `p95 200ms, errors 0.1%, at 100 rps` (contract.md 2.7)."""

from decimal import Decimal

from backstay.blueprint.forms.amounts import count, is_amount, measured
from backstay.blueprint.forms.grammar import parse, words
from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.model import Objective
from backstay.blueprint.objectives import CLASSES, rises
from backstay.blueprint.reading.entries import known, text_in
from backstay.blueprint.reading.nodes import Node, Pairs, Text, Word

LIMITS = {
    "p50": ("1ms", "10s"),
    "p95": ("1ms", "10s"),
    "p99": ("1ms", "10s"),
    "errors": ("0.001%", "50%"),
    "availability": ("50%", "99.9999%"),
}
MOST_RATE = 100_000
OF_ALL = ("p50", "p95", "p99", "errors", "availability", "at")
OF_ONE = ("p50", "p95", "p99", "errors", "simple", "complex")


def read_objective(mistakes: Mistakes, node: Node, *, of_all: bool) -> Objective:
    """What an objective says and nothing more; of the whole mix, or of one operation."""
    allowed = OF_ALL if of_all else OF_ONE
    said: dict[str, Decimal | None] = {}
    for name, *rest in objective_parts(mistakes, node, of_all=of_all):
        key = {"at": "rate", "simple": "p95", "complex": "p95"}.get(name.text, name.text)
        if key in said:
            mistakes.add(name.at, "BS110", f"{quoted(name.text)} is said twice")
        elif name.text not in allowed:
            message = f"an objective cannot say {quoted(name.text)}"
            mistakes.add(name.at, "BS701", message, word=name.text, allowed=allowed)
        else:
            said[key] = _target(mistakes, name, rest)
    rate = said.get("rate")
    objective = Objective(
        p50=said.get("p50"),
        p95=said.get("p95"),
        p99=said.get("p99"),
        errors=said.get("errors"),
        availability=said.get("availability"),
        rate=None if rate is None else int(rate),
    )
    if not rises(objective):
        mistakes.add(node.place(), "BS702", "percentiles must rise: p50, p95, p99")
    return objective


def objective_parts(mistakes: Mistakes, node: Node, *, of_all: bool) -> list[list[Word]]:
    """What an objective says, part by part: its name, then what it is held to."""
    if not isinstance(node, Pairs):
        text = text_in(mistakes, node, "an objective")
        return _split(mistakes, text) if text else []
    found: list[list[Word]] = []
    where = "the objective of all" if of_all else "an objective"
    for key, value in known(mistakes, node, where).items():
        text = text_in(mistakes, value, key)
        parts = _split(mistakes, text) if text else []
        if len(parts) > 1:
            mistakes.add(value.place(), "BS108", f"{key} has one value")
        elif parts:
            named = [] if key == "class" else [Word(key, parts[0][0].at)]
            found.append([*named, *parts[0]])
    return found


def _split(mistakes: Mistakes, text: Text) -> list[list[Word]]:
    tree = parse(mistakes, "sla", text)
    return [words(text, part) for part in tree.children] if tree else []


def _target(mistakes: Mistakes, name: Word, rest: list[Word]) -> Decimal | None:
    if name.text in CLASSES:
        if rest:
            mistakes.add(rest[0].at, "BS701", f"`{name.text}` stands alone")
        return CLASSES[name.text].p95
    if name.text == "at":
        return _rate(mistakes, name, rest)
    if len(rest) != 1 or not is_amount(rest[0]):
        how = "0.1%" if LIMITS[name.text][0].endswith("%") else "200ms"
        at = rest[0].at if rest else name.at
        mistakes.add(at, "BS701", f"`{name.text}` is told like `{name.text} {how}`")
        return None
    return measured(mistakes, rest[0], name.text, LIMITS[name.text], _units(name.text))


def _units(name: str) -> tuple[str, ...]:
    return ("ms", "s") if name.startswith("p") else ()


def _rate(mistakes: Mistakes, name: Word, rest: list[Word]) -> Decimal | None:
    rate = count(rest[0]) if rest else None
    if [word.text for word in rest[1:]] != ["rps"] or rate is None:
        at = rest[-1].at if rest else name.at
        mistakes.add(at, "BS701", "`at` is told like `at 100 rps`")
    elif not 1 <= rate <= MOST_RATE:
        mistakes.add(rest[0].at, "BS702", f"`at` lies between 1 and {MOST_RATE} rps")
    else:
        return Decimal(rate)
    return None
