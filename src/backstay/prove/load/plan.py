"""The plan of a load run: which requests, in which order, so that everything is ready to send."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random

from backstay.blueprint.operations import Operation
from backstay.prove.load.crowd import Caller
from backstay.prove.load.mix import mix_of
from backstay.prove.load.removals import removals
from backstay.prove.load.shots import Shot
from backstay.prove.load.sign_in import endings, logins, registrations, sessions
from backstay.prove.load.supplies import Supplies
from backstay.prove.seeding.seed import SEED
from backstay.prove.seeding.stock import Stock
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.people import NoPersonError
from backstay.prove.world.world import World

MOST_SESSIONS = 40
MOST_SKIPPED = 20


@dataclass(frozen=True, slots=True)
class Plan:
    """Shots in the order in which they are due; `lacks` says where there was nothing to send."""

    shots: Sequence[Shot]
    lacks: dict[Operation, str]


async def planned(
    world: World,
    stock: Stock,
    callers: Sequence[Caller],
    total: int,
    most_each: int,
    *,
    consume: bool = True,
) -> Plan:
    """At least `total` requests, mixed as `mix_of` says.

    Args: world; stock; callers; total; most_each, requests of one caller; consume, off for
    reads alone.
    """
    supplies = Supplies(world, stock, callers)
    fair = _Fair(most_each)
    shots: list[Shot] = []
    lacks: dict[Operation, str] = {}
    for operation, amount in mix_of(world.blueprint, total).items():
        if not consume and not _repeatable(operation):
            continue
        try:
            source = await _source(world, supplies, callers, operation, amount)
            found = fair.take(source, amount)
        except (NoRowError, NoPersonError) as error:
            lacks[operation] = str(error)
            continue
        if not found:
            lacks[operation] = "no seeded row was found that somebody may use it on"
        shots += found
    Random(SEED).shuffle(shots)  # noqa: S311 an order, not a secret
    return Plan(shots, lacks)


class _Fair:
    """Takes shots, but no more of one caller than their limit lets through."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken: Counter[str] = Counter()

    def take(self, source: Iterable[Shot], amount: int) -> list[Shot]:
        """That many shots; fewer where there are no more."""
        found: list[Shot] = []
        for shot in islice(source, MOST_SKIPPED * amount):
            if len(found) == amount:
                break
            if self._taken[shot.caller.address] < self._most:
                self._taken[shot.caller.address] += 1
                found.append(shot)
        return found


async def _source(
    world: World,
    supplies: Supplies,
    callers: Sequence[Caller],
    operation: Operation,
    amount: int,
) -> Iterable[Shot]:
    if operation.kind == "register":
        return registrations(world, operation, callers)
    if operation.kind == "login":
        return logins(operation, callers)
    if operation.kind in ("refresh", "logout"):
        opened = await sessions(world, callers, min(amount, MOST_SESSIONS))
        return endings(operation, opened)
    if operation.kind == "delete":
        resource = world.blueprint.resource(operation.resource)
        create = world.operation(resource, "create")
        creations = () if create is None else supplies.shots(create)
        return await removals(world, operation, creations, amount)
    return supplies.shots(operation)


def _repeatable(operation: Operation) -> bool:
    return operation.kind in ("list", "get")
