"""Objectives, compact and long: of the whole mix, and of one operation."""

from backstay.blueprint.forms.objective import objective_parts
from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.printing.amounts import amount_text, grouped
from backstay.blueprint.printing.yaml import mapping
from backstay.blueprint.reading.nodes import Node, Word

ORDER = ("simple", "complex", "p50", "p95", "p99", "errors", "availability", "at")
UNITS = ("s", "ms")


def compact_mix(node: Node) -> str:
    """The objective of the whole mix on one line."""
    return _line(node, of_all=True)


def long_mix(node: Node) -> str:
    """The same as a mapping."""
    return _mapping(node, of_all=True)


def compact_objective(node: Node) -> str:
    """The objective of one operation on one line."""
    return _line(node, of_all=False)


def long_objective(node: Node) -> str:
    """The same as a mapping."""
    return _mapping(node, of_all=False)


def _line(node: Node, *, of_all: bool) -> str:
    return ", ".join(" ".join([name, *rest]) for name, rest in _parts(node, of_all=of_all))


def _mapping(node: Node, *, of_all: bool) -> str:
    parts = _parts(node, of_all=of_all)
    return mapping((name, " ".join(rest)) if rest else ("class", name) for name, rest in parts)


def _parts(node: Node, *, of_all: bool) -> list[tuple[str, list[str]]]:
    parts = objective_parts(Mistakes(), node, of_all=of_all)
    parts.sort(key=lambda part: ORDER.index(part[0].text))
    return [(name.text, _target(name, rest)) for name, *rest in parts]


def _target(name: Word, rest: list[Word]) -> list[str]:
    if name.text == "at":
        return [grouped(rest[0].text), "rps"]
    return [amount_text(word, UNITS) for word in rest]
