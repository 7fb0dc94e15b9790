"""`backstay audit` behind the orchestrator's port: the p95 of one endpoint of a foreign service."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from backstay.agent.work.ports import Proven
from backstay.detect.survey import detect
from backstay.prove.attempt import Try
from backstay.prove.audit.caller import SpentError
from backstay.prove.audit.checks.latency import alone
from backstay.prove.audit.curl import Curl
from backstay.prove.audit.identity import Identity
from backstay.prove.audit.locate import NoDocumentError
from backstay.prove.audit.places import key_of
from backstay.prove.audit.run import Order, caller_of, machine, visited
from backstay.prove.audit.service import serving
from backstay.prove.audit.visit import Visit
from backstay.prove.badinput.operation import Operation
from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
from backstay.prove.running.judge import tried
from backstay.prove.subject.process import StartError

NOT_STARTED = (
    "p95 is unproven: `backstay task ... --start COMMAND` starts the service and measures the new "
    "endpoint; {port} in it, or PORT, says where it must listen"
)


@dataclass(frozen=True, slots=True)
class Started:
    """How a person says that their service is started and asked; without a command it is not.

    `me` signs in; `ids` are values of path parameters; `writes` lets the endpoint change data.
    """

    command: str = ""
    me: Identity | None = None
    ids: Mapping[str, str] = field(default_factory=dict)
    writes: bool = False


def endpoint_p95(root: Path, started: Started, route: str) -> Proven:
    """The p95 of a route, `GET /notes`, of the service in a folder; why where there is none.

    Runs an event loop of its own, so it is called from a thread without one.
    """
    if not started.command:
        return Proven(why=f"{NOT_STARTED}{_detected(root)}")
    try:
        return _proven(route, asyncio.run(_measured(root, started, route)))
    except (StartError, NoDocumentError, SpentError, ValueError) as error:
        return Proven(why=f"p95 is unproven: {error}")


async def _measured(root: Path, started: Started, route: str) -> Result:
    async with serving(started.command, root) as service:
        order = Order(service.base, me=started.me, ids=started.ids, writes=started.writes)
        caller = caller_of(order)
        try:
            visit, where = await visited(order, caller)
            question = alone(visit, _operation(visit, route))
            curl = Curl(caller.base, [started.me] if started.me else [])
            return await tried(question, Try, caller, where, curl.script)
        finally:
            await caller.close()


def _operation(visit: Visit, route: str) -> Operation:
    """The operation of a route. Raises: NoDocumentError when the document has none."""
    wanted = key_of(route)
    for one in visit.all:
        if key_of(one.id) == wanted:
            if one in visit.operations:
                return one
            raise NoDocumentError(f"{route} writes: --writes lets it be measured")
    raise NoDocumentError(f"the document of the service does not have {route}")


def _proven(route: str, result: Result) -> Proven:
    found = next((one for one in result.figures if one.name.startswith("p95 of ")), None)
    if result.outcome is Outcome.UNPROVEN or found is None:
        return Proven(why=f"p95 is unproven: {route}: {result.reason}")
    failed = (f"{route}: {result.reason}",) if result.outcome is Outcome.FAILED else ()
    return Proven(p95_ms=found.value, environment=f"{machine()}; {found.note}", failed=failed)


def _detected(root: Path) -> str:
    """The command that a project seems to be served by: shown, never run."""
    command = detect(root).main.variable("dev_command")
    return f" (detected: `{command.value}`)" if command.found else ""
