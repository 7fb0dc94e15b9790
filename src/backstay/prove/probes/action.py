"""action: where its `when` is true it sets what it says, else 409; one winner of 50."""

import asyncio
from collections.abc import Iterator

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import names_in
from backstay.blueprint.expressions.tree import bind
from backstay.blueprint.model import Action
from backstay.blueprint.samples.rows import checks_of
from backstay.prove.attempt import Attempt
from backstay.prove.trial import Trial
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.clones import set_aside, standing
from backstay.prove.world.fitting import Values, changes_around, kept, met
from backstay.prove.world.hands import hands_for
from backstay.prove.world.moments import after, moment
from backstay.prove.world.naming import told_apart
from backstay.prove.world.person import Person
from backstay.prove.world.reading import values_of
from backstay.prove.world.row import Row

AT_ONCE = 50
OK, REFUSED = 200, 409


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each action."""
    for resource in blueprint.resources:
        for action in resource.actions:
            yield Trial(
                "action",
                f"resources.{resource.name}.actions.{action.name}",
                action.at,
                f"{action.name} changes {resource.plural} where it may, and nowhere else",
                _Action(blueprint, resource, action).run,
            )


class _Action:
    def __init__(self, blueprint: Blueprint, resource: Resource, action: Action) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.action = action
        self.sets = dict(action.sets)
        self.checks = checks_of(resource)
        self.when = None if action.when is None else bind(action.when, resource)

    async def run(self, attempt: Attempt) -> None:
        world = attempt.world
        hands = hands_for(self.blueprint, self.resource, self.action.name)
        maker, who = await hands.people(world)
        base = await world.make(self.resource, maker)
        base = await set_aside(world, await told_apart(world, base, who, self._named()))
        fits, ends = self._allowed(base, who)
        async with standing(world, base, fits) as row:
            await self._done(attempt, who, row)
        if self.when is None:
            return
        async with standing(world, base, self._barred(base, who)) as row:
            await self._refused(attempt, who, row)
        if ends:
            async with standing(world, base, fits) as row:
                await self._race(attempt, who, row)

    def _named(self) -> list[str]:
        """The optional references that `when` speaks of: a row may name something, or nothing."""
        spoken = () if self.action.when is None else names_in(self.action.when, self.resource)
        return [name for name in spoken if self.resource.field(name).kind == "ref"]

    async def _done(self, attempt: Attempt, who: Person, row: Row) -> None:
        now = values_of(self.resource, row.data)
        with moment(now, who.id) as seen:
            answer = await attempt.world.on(who, row, "action", action=self.action.name)
        why = f"{self.action.name} where it may"
        if not attempt.allow(answer, OK, why=why) or not isinstance(answer.data, dict):
            return
        got = values_of(self.resource, answer.data)
        for name, value in got.items():
            if name in self.sets:
                field = self.resource.field(name)
                right = seen.agrees(field, bind(self.sets[name], self.resource), value)
            else:
                right = value == now.get(name)
            attempt.require(right, f"{why}: {name} came out as {value}", answer)

    async def _refused(self, attempt: Attempt, who: Person, row: Row) -> None:
        before = await attempt.world.database.row(self.resource, row.id)
        answer = await attempt.world.on(who, row, "action", action=self.action.name)
        why = f"{self.action.name} where its `when` is not true"
        attempt.expect(answer, REFUSED, why=why, code="action_refused")
        same = await attempt.world.database.row(self.resource, row.id) == before
        attempt.require(same, f"{why} was refused, and still changed the row", answer)

    async def _race(self, attempt: Attempt, who: Person, row: Row) -> None:
        """Whoever comes first makes the condition false for the others."""
        answers = await asyncio.gather(
            *(attempt.world.on(who, row, "action", action=self.action.name) for _ in range(AT_ONCE))
        )
        winners = [answer for answer in answers if answer.status == OK]
        why = f"{len(winners)} of {AT_ONCE} parallel {self.action.name} won"
        attempt.require(len(winners) == 1, why, *winners[:2])
        for answer in answers:
            if answer.status != OK:
                attempt.expect(answer, REFUSED, why=f"a {self.action.name} that came too late")

    def _allowed(self, base: Row, who: Person) -> tuple[Values, bool]:
        """Changes after which the action may, and whether it then may not a second time.

        Raises: NoRowError.
        """
        found = None
        for changes, row in self._rows(base, who):
            if not self._may(row, who):
                continue
            done = after(self.resource, self.sets, row, who.id)
            if not kept(done, self.checks, who.id) or not self._steps(row, done):
                continue
            if not self._may(done, who):
                return changes, True
            found = found or changes
        if found is None:
            raise NoRowError(f"no {self.resource.name} was found on which {self.action.name} may")
        return found, False

    def _barred(self, base: Row, who: Person) -> Values:
        for changes, row in self._rows(base, who):
            if not self._may(row, who):
                return changes
        raise NoRowError(f"no {self.resource.name} was found that bars {self.action.name}")

    def _rows(self, base: Row, who: Person) -> Iterator[tuple[Values, Values]]:
        now = values_of(self.resource, base.data)
        for changes in changes_around(self.blueprint, self.resource, now, {}):
            row = now | changes
            if kept(row, self.checks, who.id):
                yield changes, row

    def _may(self, row: Values, who: Person) -> bool:
        return self.when is None or met(self.when, row, who.id)

    def _steps(self, row: Values, done: Values) -> bool:
        """Whether the action takes only steps that the flows have."""
        taken = [(flow, (row[flow.field], done[flow.field])) for flow in self.resource.flows]
        return all(pair[0] == pair[1] or pair in flow.edges for flow, pair in taken)
