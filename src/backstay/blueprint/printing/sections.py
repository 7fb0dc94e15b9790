"""Paging, limits, data and load, compact and long; events and schedules."""

from decimal import Decimal

from backstay.blueprint.expressions.show import number
from backstay.blueprint.forms.limits import LimitsSaid, said_limits
from backstay.blueprint.forms.paging import MODES, page_parts
from backstay.blueprint.forms.schedule import read_event, read_schedule
from backstay.blueprint.forms.workload import read_data, read_load
from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.model import Limits
from backstay.blueprint.printing.amounts import SIZES, TIMES, grouped, in_units
from backstay.blueprint.printing.yaml import mapping
from backstay.blueprint.reading.nodes import Node

PAGE_ORDER = ("mode", "default", "max")


def compact_page(node: Node) -> str:
    """How lists are cut."""
    return ", ".join(value if key == "mode" else f"{key} {value}" for key, value in _page(node))


def long_page(node: Node) -> str:
    """The same as a mapping."""
    return mapping(_page(node))


def _page(node: Node) -> list[tuple[str, str]]:
    said: dict[str, str] = {}
    for name, size in page_parts(Mistakes(), node):
        mode = name.text in MODES
        said["mode" if mode else name.text] = name.text if size is None else size.text
    return [(key, grouped(said[key])) for key in PAGE_ORDER if key in said]


def compact_limits(node: Node) -> str:
    """Limits on one line."""
    return limits_text(said_limits(Mistakes(), node))


def limits_text(said: LimitsSaid) -> str:
    """Requests always, for the compact form cannot leave them out; the body where it is said."""
    usual = Limits()
    requests, unit = said.requests or (usual.requests, "minute")
    text = f"{number(requests)} per {unit}"
    return f"{text}, body {in_units(Decimal(said.body), SIZES)}" if said.body else text


def long_limits(node: Node) -> str:
    """Limits as a mapping."""
    said = said_limits(Mistakes(), node)
    pairs: list[tuple[str, str]] = []
    if said.requests:
        pairs.append(("requests", f"{number(said.requests[0])} per {said.requests[1]}"))
    if said.body:
        pairs.append(("body", in_units(Decimal(said.body), SIZES)))
    return mapping(pairs)


def compact_data(node: Node) -> str:
    """Rows to seed."""
    return ", ".join(f"{number(rows)} {name.text}" for name, rows in read_data(Mistakes(), node))


def long_data(node: Node) -> str:
    """The same as a mapping."""
    said = read_data(Mistakes(), node)
    return mapping((name.text, number(rows)) for name, rows in said)


def compact_load(node: Node) -> str:
    """Users and how long they stay."""
    users, seconds = read_load(Mistakes(), node)
    return f"{number(users)} users for {in_units(Decimal(seconds * 1000), TIMES)}"


def long_load(node: Node) -> str:
    """The same as a mapping."""
    users, seconds = read_load(Mistakes(), node)
    return mapping([("users", number(users)), ("for", in_units(Decimal(seconds * 1000), TIMES))])


def compact_event(node: Node) -> str:
    """What a job waits for."""
    said = read_event(Mistakes(), node)
    assert said, "only valid contracts are printed"
    return f"{said[0].text} {said[1].text}"


def compact_schedule(node: Node) -> str:
    """When a job runs."""
    return read_schedule(Mistakes(), node)
