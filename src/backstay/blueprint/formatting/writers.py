"""Which form stands where in a contract, and who writes it."""

from collections.abc import Callable
from dataclasses import dataclass

from backstay.blueprint.forms.amounts import span
from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.printing.amounts import TIMES, amount_text
from backstay.blueprint.printing.behaviour import (
    compact_access,
    compact_action,
    compact_flow,
    compact_rule,
    long_access,
    long_action,
    long_flow,
    long_rule,
)
from backstay.blueprint.printing.objective import (
    compact_mix,
    compact_objective,
    long_mix,
    long_objective,
)
from backstay.blueprint.printing.sections import (
    compact_data,
    compact_event,
    compact_limits,
    compact_load,
    compact_page,
    compact_schedule,
    long_data,
    long_limits,
    long_load,
    long_page,
)
from backstay.blueprint.printing.types import compact_type, long_type
from backstay.blueprint.reading.nodes import Node, Pairs


@dataclass(frozen=True, slots=True)
class Writer:
    """`compact` gives the text of a one-line form, `long` YAML; None leaves the value alone."""

    compact: Callable[[Node], str | None]
    long: Callable[[Node], str] | None = None


def _amount(node: Node) -> str:
    word = span(Mistakes(), node, "an amount")
    assert word, "only valid contracts are printed"
    return amount_text(word, TIMES)


def _cache(node: Node) -> str | None:
    """Both times as one where they are the same."""
    if not isinstance(node, Pairs):
        return _amount(node)
    times = {_amount(value) for _, value in node.pairs}
    return times.pop() if len(times) == 1 and len(node.pairs) > 1 else None


def _login(node: Node) -> str | None:
    del node
    return "email + password"


PAGE = Writer(compact_page, long_page)
AMOUNT = Writer(_amount)
RESOURCE = ("resources", "*")
WRITERS = {
    ("defaults", "page"): PAGE,
    ("defaults", "sla"): Writer(compact_mix, long_mix),
    ("defaults", "limits"): Writer(compact_limits, long_limits),
    (*RESOURCE, "login"): Writer(_login),
    (*RESOURCE, "fields", "*"): Writer(compact_type, long_type),
    (*RESOURCE, "flow", "*"): Writer(compact_flow, long_flow),
    (*RESOURCE, "rules", "*"): Writer(compact_rule, long_rule),
    (*RESOURCE, "actions", "*"): Writer(compact_action, long_action),
    (*RESOURCE, "list", "page"): PAGE,
    (*RESOURCE, "access", "*"): Writer(compact_access, long_access),
    (*RESOURCE, "cache"): Writer(_cache),
    (*RESOURCE, "cache", "*"): AMOUNT,
    (*RESOURCE, "sla", "*"): Writer(compact_objective, long_objective),
    ("jobs", "*", "on"): Writer(compact_event),
    ("jobs", "*", "every"): Writer(compact_schedule),
    ("jobs", "*", "timeout"): AMOUNT,
    ("prove", "data"): Writer(compact_data, long_data),
    ("prove", "load"): Writer(compact_load, long_load),
    ("prove", "coverage"): AMOUNT,
}


def writer_for(way: tuple[str, ...]) -> Writer | None:
    """The writer of the form that stands at the end of a way of keys; None where none does."""
    if way in WRITERS:
        return WRITERS[way]
    if len(way) < 2:  # noqa: PLR2004 - section and name
        return None
    starred = (way[0], "*", *way[2:])
    return WRITERS.get(starred) or WRITERS.get((*starred[:-1], "*"))
