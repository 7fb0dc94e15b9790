"""The closed model: each lane sends its next request when the last was answered; for saturation."""

import asyncio
from collections.abc import Iterator, Sequence
from time import perf_counter, process_time

from backstay.prove.load.open_model import Passed, Sender
from backstay.prove.load.shots import Shot

LANES = 32


async def run_closed(sender: Sender, shots: Sequence[Shot]) -> Passed:
    """Send shots as fast as they are answered, from as many lanes as there are."""
    passed = Passed()
    left: Iterator[Shot] = iter(shots)
    began, cpu = perf_counter(), process_time()

    async def lane() -> None:
        for shot in left:
            start = perf_counter()
            status = await sender.send(shot)
            passed.tally(shot.operation).add(status, perf_counter() - start)

    async with asyncio.TaskGroup() as group:
        for _ in range(LANES):
            group.create_task(lane())
    passed.seconds = perf_counter() - began
    passed.busy = (process_time() - cpu) / passed.seconds
    return passed
