"""Supplies: the requests of a load run for one operation of a foreign service."""

from backstay.prove.audit.items import id_in
from backstay.prove.audit.learn import GOOD, places_below
from backstay.prove.audit.visit import Visit
from backstay.prove.badinput.case import Attack
from backstay.prove.badinput.operation import Operation


class NoSupplyError(Exception):
    """There is nothing to send that would do the operation's work; the message says why."""


async def supplies(visit: Visit, operation: Operation, amount: int) -> list[Attack]:
    """So many good requests; what is deleted is made before. Raises: NoSupplyError."""
    if operation.method == "DELETE":
        return [Attack("DELETE", path) for path in await _made(visit, operation, amount)]
    lacking = visit.lacking(operation)
    if lacking:
        raise NoSupplyError(f"no id is known for {', '.join(lacking)}; --id {lacking[0]}=...")
    first = await visit.ask(visit.plain(operation))
    if first.status not in GOOD:
        raise NoSupplyError(f"a good request is answered {first.status}")
    return [visit.plain(operation) for _ in range(amount)]


async def fresh(visit: Visit, operation: Operation) -> Attack:
    """A good request; what deletes gets a row of its own. Raises: NoSupplyError."""
    if operation.method != "DELETE":
        return visit.plain(operation)
    return Attack("DELETE", (await _made(visit, operation, 1))[0])


async def _made(visit: Visit, operation: Operation, amount: int) -> list[str]:
    """Paths of new rows, each to be deleted once."""
    template = operation.template
    makers = [one for one in visit.all if one.method == "POST"]
    maker = next((one for one in makers if template in places_below(visit, one)), None)
    if maker is None or not visit.writes or visit.lacking(maker):
        raise NoSupplyError("no operation is there to make what it deletes")
    name, made = visit.place(template).name, []
    for _ in range(amount):
        answer = await visit.ask(visit.plain(maker))
        content = answer.json
        inside = content.get("data") if isinstance(content, dict) else None
        value = id_in(inside if isinstance(inside, dict) else content, name)
        if answer.status not in GOOD or not value:
            raise NoSupplyError(f"{maker.id} is answered {answer.status}, and gives no {name}")
        made.append(visit.path(operation, **{name: value}))
    return made
