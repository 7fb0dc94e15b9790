"""lock: changes need the version that was read, and of a hundred at once one wins."""

import asyncio
from collections.abc import Iterator
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.prove.attempt import Attempt
from backstay.prove.trial import Trial
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.changes import change_of, whole_of
from backstay.prove.world.hands import hands_for
from backstay.prove.world.person import Person
from backstay.prove.world.row import Row

AT_ONCE = 100
OK, DONE, STALE, NEEDED = 200, 204, 412, 428
NEVER = '"0"'


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

    async def run(self, attempt: Attempt) -> None:
        seen = 0
        for kind, verb in (("replace", "update"), ("update", "update"), ("delete", "delete")):
            try:
                hands = hands_for(self.blueprint, self.resource, verb)
            except NoRowError:
                continue
            maker, who = await hands.people(attempt.world)
            row = await attempt.world.make(self.resource, maker)
            await self._versions(attempt, who, row, kind)
            seen += 1
            if kind == "update":
                await self._race(attempt, who, await attempt.world.seen(who, row))
        attempt.controlled(seen, f"nobody changes {self.resource.plural}")

    async def _versions(self, attempt: Attempt, who: Person, row: Row, kind: str) -> None:
        """One operation without a version, with wrong ones, and with the right one."""
        world = attempt.world
        operation = world.operation(self.resource, kind)
        assert operation is not None, "somebody may, so it exists"
        body = whole_of(row, who.role) if kind == "replace" else None
        body = self._change(row, who, 1) if kind == "update" else body
        without = await world.send(who, operation, row.parameters, body)
        code = "precondition_required"
        attempt.expect(without, NEEDED, why=f"{operation.method} without If-Match", code=code)
        newer = await world.on(who, row, "update", self._change(row, who, 2))
        tags = {"a version that never was": NEVER}
        if newer.status == OK:
            tags["the version before"] = row.etag
        for name, tag in tags.items():
            stale = await world.send(who, operation, row.parameters, body, if_match=tag)
            why = f"{operation.method} with the ETag of {name}"
            attempt.expect(stale, STALE, why=why, code="precondition_failed")
        now = await world.seen(who, row)
        right = await world.send(who, operation, row.parameters, body, if_match=now.etag)
        attempt.allow(right, OK, DONE, why=f"{operation.method} with the ETag that was read")

    async def _race(self, attempt: Attempt, who: Person, row: Row) -> None:
        """All send the version that they have read; only one of them can still have it."""
        world = attempt.world
        change = world.operation(self.resource, "update")
        assert change is not None, "somebody may, so it exists"
        sent = (
            world.send(
                who, change, row.parameters, self._change(row, who, number), if_match=row.etag
            )
            for number in range(1, AT_ONCE + 1)
        )
        answers = await asyncio.gather(*sent)
        winners = [answer for answer in answers if answer.status == OK]
        attempt.controlled(winners, f"none of {AT_ONCE} PATCH with the right ETag: {answers[0]}")
        lost = [answer for answer in answers if answer.status not in (OK, STALE)]
        attempt.require(not lost, f"a PATCH that lost the race was answered {lost[:1]}", *lost[:1])
        why = f"{len(winners)} of {AT_ONCE} parallel PATCH with one ETag won"
        attempt.require(len(winners) == 1, why, *winners[:2])

    def _change(self, row: Row, who: Person, number: int) -> dict[str, Any]:
        return change_of(self.blueprint, row, who.role, number)
