"""deadline: what cannot be done in time is given up and said so, and nothing hangs behind it."""

from collections.abc import Iterator
from time import monotonic

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.objectives import deadline_of, objective_of
from backstay.blueprint.operations import Operation, operations
from backstay.blueprint.samples.makers import maker_role
from backstay.prove.attempt import Attempt
from backstay.prove.trial import Trial

CREATED, UNAVAILABLE, TOO_LATE = 201, 503, 504
SLACK = 3.0
"""Seconds that the machine may be late; a deadline that is missing hangs for ten and more."""


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One, for the first creation that somebody may ask for."""
    at = blueprint.keys.get("defaults.sla", blueprint.keys["service"])
    for operation in operations(blueprint):
        if operation.kind != "create":
            continue
        resource = blueprint.resource(operation.resource)
        role = maker_role(blueprint, resource)
        if role and not resource.login:
            seconds = float(deadline_of(objective_of(blueprint, operation)))
            claim = f"{operation.id} is given up after {seconds:g} s, and told so"
            yield Trial(
                "deadline", "defaults.sla", at, claim, _Deadline(resource, role, seconds).run
            )
            return


class _Deadline:
    def __init__(self, resource: Resource, role: str, seconds: float) -> None:
        self.resource = resource
        self.role = role
        self.seconds = seconds

    async def run(self, attempt: Attempt) -> None:
        """Hold the table from outside: the creation can only wait."""
        world = attempt.world
        who = await world.person(self.role, "somebody in a hurry")
        create: Operation | None = world.operation(self.resource, "create")
        assert create is not None
        parameters, body = await world.rows.prepared(self.resource, who)
        first = await world.send(who, create, parameters, body)
        attempt.control(first, CREATED, why="a creation while nobody holds the table")
        parameters, body = await world.rows.prepared(self.resource, who)
        async with world.database.held(self.resource):
            began = monotonic()
            waited = await world.send(who, create, parameters, body)
            seconds = monotonic() - began
            alive = await world.client.send("GET", "/health")
        why = "a creation while somebody holds the table"
        attempt.expect(waited, UNAVAILABLE, TOO_LATE, why=why)
        late = f"{why} was answered after {seconds:.1f} s; the deadline is {self.seconds:g} s"
        attempt.require(seconds < self.seconds + SLACK, late, waited)
        attempt.expect(alive, 200, why="/health meanwhile")
        parameters, body = await world.rows.prepared(self.resource, who)
        after = await world.send(who, create, parameters, body)
        attempt.expect(after, CREATED, why="a creation after the table was let go")
