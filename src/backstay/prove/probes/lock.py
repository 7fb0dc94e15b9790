"""lock: changes need the version that was read, and of a hundred at once one wins."""

import asyncio
from collections.abc import Iterator
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.samples.makers import maker_role
from backstay.prove.attempt import Attempt
from backstay.prove.trial import Trial
from backstay.prove.world.changes import change_of
from backstay.prove.world.person import Person
from backstay.prove.world.row import Row

AT_ONCE = 100
OK, FORBIDDEN, STALE, UNFIT, NEEDED = 200, 403, 412, 422, 428
STALE_TAG = '"0"'


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each locked resource."""
    for resource in blueprint.resources:
        if resource.lock:
            yield Trial(
                "lock",
                f"resources.{resource.name}.lock",
                resource.keys["lock"],
                f"{resource.plural} change only with the version that was read",
                _Lock(blueprint, resource).run,
            )


class _Lock:
    def __init__(self, blueprint: Blueprint, resource: Resource) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.role = maker_role(blueprint, resource)

    async def run(self, attempt: Attempt) -> None:
        world = attempt.world
        who = await world.person(self.role, "an owner")
        row = await world.make(self.resource, who)
        for kind in ("replace", "update", "delete"):
            operation = world.operation(self.resource, kind)
            if operation is None:
                continue
            body = None if kind == "delete" else self._body(row, 1)
            without = await world.send(who, operation, row.parameters, body)
            why = f"{operation.method} without If-Match"
            attempt.expect(without, NEEDED, FORBIDDEN, UNFIT, why=why)
            stale = await world.send(who, operation, row.parameters, body, if_match=STALE_TAG)
            why = f"{operation.method} with the ETag of another version"
            attempt.expect(stale, STALE, FORBIDDEN, UNFIT, why=why)
        await self._race(attempt, who, row)

    async def _race(self, attempt: Attempt, who: Person, row: Row) -> None:
        """All send the version that they have read; only one of them can still have it."""
        world = attempt.world
        change = world.operation(self.resource, "update")
        assert change is not None
        sent = (
            world.send(who, change, row.parameters, self._body(row, number), if_match=row.etag)
            for number in range(1, AT_ONCE + 1)
        )
        answers = await asyncio.gather(*sent)
        winners = [answer for answer in answers if answer.status == OK]
        attempt.controlled(winners, f"none of {AT_ONCE} PATCH with the right ETag: {answers[0]}")
        lost = [answer for answer in answers if answer.status not in (OK, STALE)]
        attempt.require(not lost, f"a PATCH that lost the race was answered {lost[:1]}", *lost[:1])
        why = f"{len(winners)} of {AT_ONCE} parallel PATCH with one ETag won"
        attempt.require(len(winners) == 1, why, *winners[:2])

    def _body(self, row: Row, number: int) -> dict[str, Any]:
        return change_of(self.blueprint, row, self.role, number)
