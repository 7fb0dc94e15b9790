"""The open model: requests leave when they are due, whatever became of those before."""

import asyncio
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from time import perf_counter, process_time
from typing import Protocol, TypeVar

from backstay.prove.load.shots import Shot
from backstay.prove.load.sockets import Sockets
from backstay.prove.load.tally import NO_ANSWER, Tally
from backstay.prove.load.wire import BrokenError, request

LATE_SECONDS = 0.05
"""A request that leaves later than this after it was due was held up by the generator."""


class Aimed(Protocol):
    """A request to come; all that the model asks of it is what to count it under."""

    @property
    def operation(self) -> Hashable:
        """What it is counted under."""


S_contra = TypeVar("S_contra", bound=Aimed, contravariant=True)

S = TypeVar("S", bound=Aimed)


class Sends(Protocol[S_contra]):
    """Who sends; `send` gives the status of the answer, 0 where none came."""

    async def send(self, shot: S_contra, /) -> int:
        """Send one."""


@dataclass(slots=True)
class Passed:
    """What came of one run.

    Attributes:
        seconds: how long it took; late: how many requests the generator itself sent too late;
        busy: the share of one core that the generator needed.
    """

    tallies: dict[Hashable, Tally] = field(default_factory=dict)
    seconds: float = 0.0
    late: int = 0
    busy: float = 0.0

    def tally(self, operation: Hashable) -> Tally:
        """The tally of an operation."""
        return self.tallies.setdefault(operation, Tally())

    @property
    def whole(self) -> Tally:
        """All operations together."""
        whole = Tally()
        for tally in self.tallies.values():
            whole.merge(tally)
        return whole


class Sender:
    """Sends shots, and keeps the ETags that answers bring."""

    def __init__(self, sockets: Sockets, host: str, etags: dict[str, str]) -> None:
        self._sockets = sockets
        self._host = host
        self._etags = etags

    async def send(self, shot: Shot) -> int:
        """The status of the answer; 0 where none came."""
        token = shot.caller.person.token if shot.signed_in else ""
        etag = self._etags.get(shot.row, "") if shot.row else ""
        sent = request(
            shot.operation.method,
            shot.path,
            host=self._host,
            token=token,
            body=shot.body,
            etag=etag,
        )
        try:
            answer = await self._sockets.ask(shot.caller.address, sent)
        except (BrokenError, TimeoutError, OSError):
            return NO_ANSWER
        if shot.row and answer.etag:
            self._etags[shot.row] = answer.etag
        return answer.status


async def run_open(sender: Sends[S], shots: Sequence[S], rate: float) -> Passed:
    """Send shots, `rate` of them a second; each is timed from when it was due."""
    passed = Passed()
    began, cpu = perf_counter(), process_time()

    async def one(shot: S, due: float) -> None:
        if perf_counter() - due > LATE_SECONDS:
            passed.late += 1
        status = await sender.send(shot)
        passed.tally(shot.operation).add(status, perf_counter() - due)

    async with asyncio.TaskGroup() as group:
        for place, shot in enumerate(shots):
            due = began + place / rate
            wait = due - perf_counter()
            if wait > 0:
                await asyncio.sleep(wait)
            group.create_task(one(shot, due))
    passed.seconds = perf_counter() - began
    passed.busy = (process_time() - cpu) / passed.seconds
    return passed
