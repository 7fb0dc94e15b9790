"""Measure: a small load on some operations of a foreign service, in the open model."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, zip_longest
from urllib.parse import urlsplit

import psutil

from backstay.prove.audit.identity import NOBODY, Identity
from backstay.prove.audit.supplies import NoSupplyError, supplies
from backstay.prove.audit.visit import Visit
from backstay.prove.badinput.case import Attack
from backstay.prove.badinput.operation import Operation
from backstay.prove.load.mix import LEAST
from backstay.prove.load.noise import others_share, usage
from backstay.prove.load.open_model import Passed, run_open
from backstay.prove.load.sockets import OWN, Sockets
from backstay.prove.load.tally import NO_ANSWER
from backstay.prove.load.wire import BrokenError, request

RATE, EACH, MOST = 50.0, 100, 3_000
"""Requests a second, of one operation, and of all together."""
PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Shot:
    """One request of a load run, as bytes; counted under the operation's id."""

    operation: str
    sent: bytes


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a run showed; `lacks` says of what nothing could be sent, and why.

    `noise` is the share of the machine that other work had meanwhile, 0 to 1.
    """

    passed: Passed
    lacks: Mapping[str, str]
    noise: float
    rate: float


class _Sender:
    def __init__(self, sockets: Sockets) -> None:
        self._sockets = sockets

    async def send(self, shot: Shot) -> int:
        try:
            return (await self._sockets.ask(OWN, shot.sent)).status
        except (BrokenError, TimeoutError, OSError, ValueError):  # ValueError: no HTTP
            return NO_ANSWER


async def measure(visit: Visit, operations: Iterable[Operation], rate: float = RATE) -> Loaded:
    """Load some operations, mixed, and time each answer from when its request was due.

    Raises: SpentError.
    """
    wanted = list(operations)
    at = urlsplit(visit.caller.base)
    if at.scheme != "http":
        return Loaded(Passed(), {one.id: "over TLS nothing is measured" for one in wanted}, 0, rate)
    each = max(LEAST, min(EACH, MOST // max(1, len(wanted))))
    lanes, lacks = [], {}
    for one in wanted:
        try:
            attacks = await supplies(visit, one, each)
        except NoSupplyError as error:
            lacks[one.id] = str(error)
            continue
        lanes.append([_shot(one, attack, visit.me or NOBODY, at.netloc) for attack in attacks])
    shots = [shot for shot in chain.from_iterable(zip_longest(*lanes)) if shot is not None]
    visit.caller.spend(len(shots))
    visit.caller.sent += len(shots)
    port = at.port or 80
    sockets = Sockets(port, PATIENCE, at.hostname or OWN)
    owner = _owner(port)
    before = usage(owner)
    passed = await run_open(_Sender(sockets), shots, rate)
    sockets.close()
    return Loaded(passed, lacks, others_share(before, usage(owner)), rate)


def _shot(operation: Operation, attack: Attack, who: Identity, host: str) -> Shot:
    headers = [*((name, value) for name, value in attack.headers if not attack.body), *who.headers]
    sent = request(attack.method, attack.target, host=host, body=attack.body, headers=headers)
    return Shot(operation.id, sent)


def _owner(port: int) -> int:
    """The process that listens on a port of this machine; 0 where that cannot be seen."""
    try:
        found = psutil.net_connections("tcp")
    except psutil.Error:
        return 0
    listening = {
        getattr(one.laddr, "port", 0): one.pid or 0
        for one in found
        if one.status == psutil.CONN_LISTEN
    }
    return listening.get(port, 0)
