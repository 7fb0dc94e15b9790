"""rule: service, database and blueprint agree on what a rule refuses, each asked alone."""

from collections.abc import Awaitable, Callable, Iterator

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import depends_on_request, names_in, show
from backstay.blueprint.model import Field, Rule
from backstay.blueprint.samples.makers import maker_role
from backstay.prove.attempt import Attempt
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.subject.database import RefusedError
from backstay.prove.trial import Phase, Trial
from backstay.prove.world.bodies import NoRowError, sendable
from backstay.prove.world.breaking import Break, Breaker
from backstay.prove.world.clones import set_aside, standing
from backstay.prove.world.hands import Hands, hands_for
from backstay.prove.world.reading import values_of
from backstay.prove.world.row import Row
from backstay.prove.world.values import wire

Run = Callable[[Attempt], Awaitable[None]]
OK, UNFIT = 200, 422


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """Two for each row rule: over HTTP, and in the database."""
    for resource in blueprint.resources:
        for rule in resource.rules:
            if rule.check is None:
                continue
            said = show(rule.check)
            one = _Rule(blueprint, resource, rule)
            yield one.trial(f"the service keeps `{said}`", one.over_http, Phase.BARE)
            if not depends_on_request(rule.check):
                yield one.trial(f"the database keeps `{said}`", one.in_database, Phase.BEHAVIOUR)


class _Rule:
    def __init__(self, blueprint: Blueprint, resource: Resource, rule: Rule) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.rule = rule

    def trial(self, claim: str, run: Run, phase: Phase) -> Trial:
        """A trial of this rule."""
        key = f"resources.{self.resource.name}.rules.{self.rule.name}"
        return Trial("rule", key, self.rule.at, claim, run, phase)

    async def over_http(self, attempt: Attempt) -> None:
        """The service refuses it, on a database that refuses nothing."""
        world = attempt.world
        changeable = [field for field in self.resource.fields if self._by(field) is not None]
        hands = self._by(changeable[0]) if changeable else None
        if hands is None:
            await self._at_creation(attempt)
            return
        maker, who = await hands.people(world)
        base = await set_aside(world, await world.make(self.resource, maker))
        found = self._break(base, changeable, who.id, maker.id)
        field = found.field
        async with standing(world, base, found.good) as row:
            kept = await world.on(who, row, "update", {field.wire: row.data[field.wire]})
            attempt.allow(kept, OK, why=f"{field.name} as it is, where {self.rule.name} holds")
            bad = await world.on(who, row, "update", {field.wire: wire(found.value)})
            self._refused(attempt, bad, found)

    async def _at_creation(self, attempt: Attempt) -> None:
        """Where nobody may change a row, the rule is asked when one is made."""
        world = attempt.world
        role = maker_role(self.blueprint, self.resource)
        who = await world.person(role)
        base = await world.make(self.resource, who)
        attempt.controlled(base.id, "no row could be made")
        sent = [f for f in self.resource.fields if sendable(f, self.resource, role)]
        found = self._break(base, sent, who.id)
        named = {name: self.resource.field(name).wire for name in (*found.good, found.field.name)}
        values = {**found.good, found.field.name: found.value}
        body = {named[name]: wire(value) for name, value in values.items()}
        parameters, whole = await world.rows.prepared(self.resource, who, base.parent, **body)
        made = await world.rows.create(self.resource, who, parameters, whole)
        self._refused(attempt, made, found)

    async def in_database(self, attempt: Attempt) -> None:
        """The CHECK refuses it, past the service."""
        world = attempt.world
        who = await world.person(maker_role(self.blueprint, self.resource))
        base = await set_aside(world, await world.make(self.resource, who))
        stored = [field for field in self.resource.fields if field.computed is None]
        found = self._break(base, stored, who.id)
        async with standing(world, base, found.good) as row:
            attempt.controlled(row.id, "no row could be stored")
            try:
                await world.database.change(self.resource, row.id, {found.field.wire: found.value})
            except RefusedError as error:
                named = self.rule.name in str(error)
                attempt.require(named, f"the database refused, but not for this rule: {error}")
                return
            attempt.require(good=False, why=f"the database took {_said(found)}")

    def _refused(self, attempt: Attempt, answer: Exchange, found: Break) -> None:
        why = f"{_said(found)}, which breaks {self.rule.name}"
        if attempt.expect(answer, UNFIT, why=why, code="rule_broken"):
            named = self.rule.name in answer.fields
            attempt.require(named, f"the answer names {answer.fields}", answer)

    def _break(self, base: Row, fields: list[Field], *people: str) -> Break:
        now = values_of(self.resource, base.data)
        found = Breaker(self.blueprint, self.resource, self.rule, *people).found(now, fields)
        if found is None:
            raise NoRowError(f"no change was found that breaks {self.rule.name} and nothing else")
        return found

    def _by(self, field: Field) -> Hands | None:
        """Who may change a field that the rule speaks of, when anybody may."""
        assert self.rule.check is not None, "row rules only"
        spoken = field.name in names_in(self.rule.check, self.resource)
        if not spoken or field.fixed or field.name == self.resource.parent_field:
            return None
        try:
            return hands_for(self.blueprint, self.resource, "update", [field])
        except NoRowError:
            return None


def _said(found: Break) -> str:
    others = "".join(f", {name} {value}" for name, value in found.good.items())
    return f"{found.field.name} {found.value}{others}"
