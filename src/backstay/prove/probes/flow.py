"""flow: each step of a flow is answered 200, every other change of state 409; one winner of 50."""

import asyncio
from collections.abc import Iterator
from itertools import permutations
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Flow
from backstay.blueprint.samples.makers import may_write
from backstay.prove.attempt import Attempt
from backstay.prove.trial import Trial
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.changes import whole_of
from backstay.prove.world.clones import set_aside, standing
from backstay.prove.world.fitting import fitted
from backstay.prove.world.hands import hands_for
from backstay.prove.world.person import Person
from backstay.prove.world.reading import values_of
from backstay.prove.world.row import Row

AT_ONCE = 50
OK, REFUSED, STALE = 200, 409, 412


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each flow."""
    for resource in blueprint.resources:
        for flow in resource.flows:
            yield Trial(
                "flow",
                f"resources.{resource.name}.flow.{flow.field}",
                flow.at,
                f"{resource.plural} change {flow.field} along the flow only",
                _Flow(blueprint, resource, flow).run,
            )


class _Flow:
    def __init__(self, blueprint: Blueprint, resource: Resource, flow: Flow) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.flow = flow
        self.field = resource.field(flow.field)

    async def run(self, attempt: Attempt) -> None:
        world = attempt.world
        hands = hands_for(self.blueprint, self.resource, "update", [self.field])
        maker, who = await hands.people(world)
        base = await world.make(self.resource, maker)
        await self._others(attempt, maker, who, base)
        base = await set_aside(world, base)
        for start, end in permutations(self.field.values, 2):
            async with standing(world, base, self._between(base, start, end)) as row:
                await self._pair(attempt, who, row, end)
        start, end = self.flow.edges[0]
        async with standing(world, base, self._between(base, start, end)) as row:
            await self._race(attempt, who, row, end)

    async def _pair(self, attempt: Attempt, who: Person, row: Row, end: str) -> None:
        """One change of state, whether it is a step or not."""
        start = row.data[self.field.wire]
        answer = await attempt.world.on(who, row, "update", {self.field.wire: end})
        why = f"{self.field.name} {start} > {end}"
        if (start, end) in self.flow.edges:
            attempt.allow(answer, OK, why=why)
            return
        attempt.expect(answer, REFUSED, why=f"{why}, which is no step", code="flow_refused")
        body = {**whole_of(row, who.role), self.field.wire: end}
        whole = await attempt.world.on(who, row, "replace", body)
        attempt.expect(whole, REFUSED, why=f"{why} by PUT", code="flow_refused")
        kept = await attempt.world.database.row(self.resource, row.id) or {}
        stands = kept.get(self.field.wire)
        attempt.require(stands == start, f"{why} was refused, but {stands} is stored", answer)

    async def _others(self, attempt: Attempt, maker: Person, who: Person, base: Row) -> None:
        """The same state again is no change; new rows begin at the beginning."""
        same = {self.field.wire: base.data[self.field.wire]}
        attempt.allow(await attempt.world.on(who, base, "update", same), OK, why="the same state")
        began = base.data[self.field.wire]
        attempt.require(began == self.flow.start, f"a new row stands at {began}")
        if not may_write(self.field, maker.role):
            return
        for state in self.field.values:
            if state != self.flow.start:
                parameters, body = await attempt.world.rows.prepared(
                    self.resource, maker, base.parent, **{self.field.wire: state}
                )
                made = await attempt.world.rows.create(self.resource, maker, parameters, body)
                why = f"a new row in {state}"
                attempt.expect(made, REFUSED, why=why, code="flow_refused")

    async def _race(self, attempt: Attempt, who: Person, row: Row, end: str) -> None:
        """All send the version that they have read; only one of them can take the step."""
        tag = (await attempt.world.seen(who, row)).etag
        body: dict[str, Any] = {self.field.wire: end}
        answers = await asyncio.gather(
            *(attempt.world.on(who, row, "update", body, if_match=tag) for _ in range(AT_ONCE))
        )
        winners = [answer for answer in answers if answer.status == OK]
        why = f"{len(winners)} of {AT_ONCE} parallel steps to {end} from one version won"
        attempt.require(len(winners) == 1, why, *winners[:2])
        for answer in answers:
            if answer.status != OK:
                attempt.expect(answer, STALE, REFUSED, why="a step that came too late")

    def _between(self, base: Row, start: str, end: str) -> dict[str, Any]:
        """Values of a row in the one state that could stand in the other."""
        now = values_of(self.resource, base.data)
        wanted, later = {self.flow.field: start}, {self.flow.field: end}
        values = fitted(self.blueprint, self.resource, now, wanted, later)
        if values is None:
            raise NoRowError(f"no {self.resource.name} can be in {start} and then in {end}")
        return values
