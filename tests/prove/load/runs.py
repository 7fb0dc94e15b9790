"""Runs of load as they might have been measured, and an attempt that is held to one."""

from types import SimpleNamespace
from typing import Any

from backstay.prove.attempt import Attempt
from backstay.prove.load.measure import Load
from backstay.prove.load.open_model import Passed
from backstay.prove.load.tally import Tally
from tests.prove.load.people import operation_of
from tests.prove.shelf import shelf

BLUEPRINT = shelf()
LIST = operation_of(BLUEPRINT, "list_loans")


def passed(milliseconds: float, *statuses: int, seconds: float = 1.0) -> Passed:
    tally = Tally()
    for status in statuses or (200,) * 100:
        tally.add(status, milliseconds / 1000)
    return Passed({LIST: tally}, seconds=seconds)


def load_of(one: Passed, **more: Any) -> Load:
    burst = more.pop("burst", passed(1.0, *([200] * 2_000)))
    values: dict[str, Any] = {"lacks": {}, "memory": [(0.0, 100.0)], "database": 4.0}
    values |= {"noise": 0.0, "profile": None} | more
    return Load(50, one, burst, **values)


def attempt_of(load: Load | None = None, *, full: bool = False) -> Attempt:
    async def once(_: Any) -> Any:
        return load

    world: Any = SimpleNamespace(blueprint=BLUEPRINT, full=full, once=once)
    return Attempt(world)


def reasons(attempt: Attempt) -> str:
    return "; ".join(one.why for one in attempt.mismatches)
