"""Measure: one load run on one subject, with everything that is read off it."""

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
from urllib.parse import urlsplit

from backstay.blueprint.objectives import DEFAULT
from backstay.blueprint.operations import Operation
from backstay.prove.load.closed_model import run_closed
from backstay.prove.load.crowd import crowd
from backstay.prove.load.memory import Points, watched
from backstay.prove.load.noise import others_share, usage
from backstay.prove.load.open_model import Passed, Sender, run_open
from backstay.prove.load.plan import Plan, planned, reads
from backstay.prove.load.profile import Profile, profiled
from backstay.prove.load.sockets import Sockets
from backstay.prove.load.telling import p95_of, told
from backstay.prove.seeding.scene import stocked
from backstay.prove.world.world import World

SHORT_SECONDS = 12
"""How long the short form loads; `prove --full` loads for as long as `prove.load` says."""
LEAST_CALLERS, MOST_CALLERS = 40, 250
OF_THE_LIMIT, MOST_OF_THE_LIMIT = 0.2, 0.4
"""How much of their limit callers use on average, and at most, in each of the two runs."""
PATIENCE = 30.0
BURST = 6_000


@dataclass(frozen=True, slots=True)
class Load:
    """What one run showed.

    Attributes:
        rate: requests a second that were due; passed: at that rate; burst: as fast as it went.
        lacks: operations of which nothing could be sent, and why.
        memory: megabytes over time; database: p95 in milliseconds, None where it was not told.
        noise: the share of the machine that other work had meanwhile, 0 to 1.
        profile: where the CPU time went; None in the short form.
    """

    rate: int
    passed: Passed
    burst: Passed
    lacks: Mapping[Operation, str]
    memory: Points
    database: float | None
    noise: float
    profile: Profile | None


async def measured(world: World) -> Load:
    """Load the subject at the contract's rate, then as fast as it goes.

    Raises: NoPersonError, StartError; httpx2.HTTPError when the subject does not answer.
    """
    stock = await world.once(stocked)
    blueprint = world.blueprint
    rate = blueprint.objective.rate or DEFAULT.rate or 0
    seconds = blueprint.proof.seconds if world.full else SHORT_SECONDS
    callers = await crowd(world, stock.of(blueprint.login.name), _people(world, rate, seconds))
    each = round(MOST_OF_THE_LIMIT * _allowed(world, seconds))
    plan = await planned(world, stock, callers, rate * seconds, each)
    etags = await _etags(world, plan)
    host = urlsplit(world.client.base)
    sockets = Sockets(host.port or 80, PATIENCE)
    sender = Sender(sockets, host.netloc, etags)
    before = await told(world.subject.metrics)
    pid = world.subject.process.pid
    quiet = usage(pid)
    async with watched(pid) as memory, _profile(world, seconds) as profile:
        passed = await run_open(sender, plan.shots, rate)
    noise = others_share(quiet, usage(pid))
    after = await told(world.subject.metrics)
    burst = await run_closed(sender, reads(world, stock, callers, BURST, each))
    sockets.close()
    database = p95_of(before, after)
    return Load(rate, passed, burst, plan.lacks, list(memory), database, noise, profile)


def _profile(world: World, seconds: int) -> AbstractAsyncContextManager[Profile | None]:
    """The long form only: looking costs the subject time."""
    if not world.full:
        return nullcontext()
    file = world.subject.project.root / "proof" / "profile.txt"
    return profiled(world.subject.process.pid, file, seconds)


def _people(world: World, rate: int, seconds: int) -> int:
    """So many that nobody comes near the limit of one caller, which stays on."""
    needed = round((rate * seconds + BURST) / (OF_THE_LIMIT * _allowed(world, seconds)))
    users = world.blueprint.proof.users if world.full else LEAST_CALLERS
    return min(MOST_CALLERS, max(users, needed))


def _allowed(world: World, seconds: int) -> float:
    """Requests that the limits allow one caller in that time."""
    limits = world.blueprint.limits
    return limits.requests * max(1.0, seconds / limits.seconds)


async def _etags(world: World, plan: Plan) -> dict[str, str]:
    """The version of each row that is changed under If-Match, read before time counts."""
    found: dict[str, str] = {}
    for shot in plan.shots:
        if shot.row and shot.row not in found:
            answer = await world.client.send("GET", shot.path, token=shot.caller.person.token)
            found[shot.row] = answer.answered.get("etag", "")
    return found
