"""Learns ids: from rows that it makes, where writes are allowed, and from lists."""

from backstay.prove.audit.identity import Identity
from backstay.prove.audit.items import id_in, items_of
from backstay.prove.audit.places import PARAMETER, key_of
from backstay.prove.audit.visit import Visit
from backstay.prove.badinput.operation import Operation

GOOD = range(200, 300)


async def learn(visit: Visit) -> None:
    """Fill the visit's ids, outer resources first. Raises: SpentError."""
    for operation in sorted(visit.operations, key=lambda one: one.template.count("/")):
        if visit.lacking(operation):
            continue
        if operation.method == "POST" and places_below(visit, operation):
            await _made(visit, operation)
        elif operation.reads and places_below(visit, operation):
            await look(visit, operation, visit.me)
    if visit.other is not None:
        for operation in lists_of(visit):
            await look(visit, operation, visit.other)


def lists_of(visit: Visit) -> list[Operation]:
    """The operations that have shown items."""
    names = {name for name, _ in visit.lists}
    return [one for one in visit.operations if one.id in names]


def places_below(visit: Visit, operation: Operation) -> list[str]:
    """The paths that name one of what an operation lists or makes."""
    below = f"{operation.template.rstrip('/')}/{{"
    found = [one.template for one in visit.all if one.template.startswith(below)]
    ends = [PARAMETER.match(path, len(below) - 1) for path in found]
    return list(dict.fromkeys(one.string[: one.end()] for one in ends if one))


async def look(visit: Visit, operation: Operation, who: Identity | None) -> None:
    """Read a list, and keep what it shows."""
    answer = await visit.ask(visit.plain(operation), who)
    items = items_of(answer.json) if answer.status in GOOD else None
    if items is None:
        return
    visit.lists[operation.id, who.name if who else ""] = answer
    if who is visit.me and items:
        _keep(visit, operation, items[0])


async def _made(visit: Visit, operation: Operation) -> None:
    answer = await visit.ask(visit.plain(operation))
    if answer.status in GOOD:
        content = answer.json
        inside = content.get("data") if isinstance(content, dict) else None
        _keep(visit, operation, inside if isinstance(inside, dict) else content)


def _keep(visit: Visit, operation: Operation, item: object) -> None:
    for at in places_below(visit, operation):
        value = id_in(item, visit.place(at).name)
        if value:
            visit.ids.setdefault(key_of(at), value)
