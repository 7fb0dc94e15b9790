"""The plan of a load run: which requests, in which order, so that everything is ready to send."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random

from backstay.blueprint.operations import Operation
from backstay.prove.load.crowd import Caller
from backstay.prove.load.mix import mix_of
from backstay.prove.load.removals import divided, removals
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
) -> Plan:
    """At least `total` requests, mixed as `mix_of` says.

    Args: world; stock; callers; total; most_each, requests of one caller.
    """
    supplies = Supplies(world, stock, callers)
    mix, fair = mix_of(world.blueprint, total), Fair(most_each)
    made = _creations(world, supplies, mix, fair)
    shots: list[Shot] = []
    lacks: dict[Operation, str] = {}
    for operation, amount in mix.items():
        try:
            if operation.kind == "create":
                found = made[operation.resource][0]
            elif operation.kind == "delete" and (before := made[operation.resource][1]):
                found = await removals(world, supplies.reach, operation, before)
            else:
                source = await _source(world, supplies, callers, operation, amount)
                found = fair.take(source, amount)
        except (NoRowError, NoPersonError) as error:
            lacks[operation] = str(error)
            continue
        if not found:
            lacks[operation] = "no seeded row was found that somebody may use it on"
        shots += found
    return Plan(_shuffled(shots), lacks)


def reads(
    world: World, stock: Stock, callers: Sequence[Caller], total: int, most_each: int
) -> list[Shot]:
    """Lists and single rows alone, so that they can be asked as fast as they are answered."""
    supplies, fair = Supplies(world, stock, callers), Fair(most_each)
    mix = mix_of(world.blueprint, total)
    found = (
        fair.take(supplies.shots(operation), amount)
        for operation, amount in mix.items()
        if operation.kind in ("list", "get")
    )
    return _shuffled([shot for some in found for shot in some])


class Fair:
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


def _creations(
    world: World, supplies: Supplies, mix: Mapping[Operation, int], fair: Fair
) -> dict[str, tuple[list[Shot], list[Shot]]]:
    """By resource: what is created under load, and what is created before, to be deleted."""
    deleted = {one.resource: amount for one, amount in mix.items() if one.kind == "delete"}
    found: dict[str, tuple[list[Shot], list[Shot]]] = {one.resource: ([], []) for one in mix}
    for operation, amount in mix.items():
        if operation.kind == "create":
            to_delete = deleted.get(operation.resource, 0)
            wanted = amount + to_delete
            shots = fair.take(supplies.shots(operation), wanted)
            found[operation.resource] = divided(world, supplies.reach, shots, to_delete, wanted)
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
    steady = supplies.reach.steady()
    if operation.kind == "login":
        return logins(operation, steady)
    if operation.kind in ("refresh", "logout"):
        return endings(operation, await sessions(world, steady, min(amount, MOST_SESSIONS)))
    return supplies.shots(operation)


def _shuffled(shots: list[Shot]) -> list[Shot]:
    Random(SEED).shuffle(shots)  # noqa: S311 an order, not a secret
    return shots
