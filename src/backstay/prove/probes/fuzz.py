"""fuzz: whatever is sent, answers fit the OpenAPI document, and none is a server error."""

from collections.abc import Iterator

from backstay.blueprint.access import may_ever, row_grant
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.naming import item_parameter
from backstay.blueprint.operations import operations
from backstay.prove.attempt import Attempt, UncontrolledError
from backstay.prove.fuzzing.schemathesis import NoRunError, fuzzed
from backstay.prove.load.telling import told
from backstay.prove.trial import Phase, Trial
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.person import Person
from backstay.prove.world.world import World

EXAMPLES, MANY_EXAMPLES = 8, 60
"""Made-up requests of each operation, beside those at the edges of its schema."""
ENDS_THE_SESSION = "logout"
DONE, DONE_SHARE = range(200, 300), 0.4


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for who may most, and one for who may least."""
    at = blueprint.keys["resources"]
    least = [role for role in blueprint.roles if role != "admin"][-1]
    for role in ("admin", least):
        claim = f"made-up requests as {role} get answers that the OpenAPI document declares"
        yield Trial("fuzz", "resources", at, claim, _Fuzz(role).run, Phase.FUZZ, repeats=1)


class _Fuzz:
    def __init__(self, role: str) -> None:
        self.role = role

    async def run(self, attempt: Attempt) -> None:
        world = attempt.world
        who = await world.person(self.role)
        before = await told(world.subject.metrics)
        try:
            seen = await fuzzed(
                f"{world.client.base}/openapi.json",
                who.token,
                MANY_EXAMPLES if world.full else EXAMPLES,
                parameters=await _rows(world, who),
                # a session that was ended would make every later answer a 401
                leave_out=(ENDS_THE_SESSION,),
            )
        except NoRunError as error:
            raise UncontrolledError(str(error)) from error
        after = await told(world.subject.metrics)
        done = {
            (method, route)
            for (method, route, status), amount in after.answered.items()
            if status in DONE and amount > before.answered.get((method, route, status), 0)
        }
        granted = self._granted(world)
        why = f"only {len(done)} of {granted} granted operations ever did what they were asked"
        attempt.controlled(len(done) >= DONE_SHARE * granted, why)
        attempt.figure(f"made-up requests of {self.role}", seen.cases, "requests")
        attempt.require(not seen.causes, "; ".join(map(str, seen.causes)) + f": {seen.output}")

    def _granted(self, world: World) -> int:
        """How many operations the role may use at all; the session is not ended."""
        blueprint = world.blueprint
        return sum(
            not one.verb
            or may_ever(blueprint, blueprint.resource(one.resource), self.role, one.verb)
            for one in operations(blueprint)
            if one.id != ENDS_THE_SESSION
        )


async def _rows(world: World, who: Person) -> dict[str, str]:
    """Ids of rows that they reach, by path parameter, so that not every answer is 404."""
    blueprint, login = world.blueprint, world.blueprint.login
    # one who may change every account would shut themselves out by chance
    above = row_grant(blueprint, login, who.role, "read").everything
    account = await world.person(blueprint.roles[-1]) if above else who
    found = {item_parameter(login.name): account.id}
    for resource in blueprint.resources:
        if resource.login or not may_ever(blueprint, resource, who.role, "read"):
            continue
        try:
            found |= (await world.rows.seen_by(resource, who)).parameters
        except NoRowError:
            continue
    return found
