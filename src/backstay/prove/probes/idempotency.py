"""idempotency: a POST that is sent again has one effect, and gets the first answer (R-090)."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from uuid import uuid4

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.samples.makers import maker_role
from backstay.prove.attempt import Attempt
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.subject.database import quoted
from backstay.prove.trial import Trial
from backstay.prove.world.person import Person

AT_ONCE = 20
LONGEST = 255
CREATED, BAD, CONFLICT, UNFIT = 201, 400, 409, 422


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each resource that somebody can create; the language itself promises it."""
    for resource in blueprint.resources:
        if maker_role(blueprint, resource):
            yield Trial(
                "idempotency",
                "backstay",
                blueprint.keys["backstay"],
                f"a creation of {resource.plural} that is sent again has one effect",
                _Idempotency(blueprint, resource).run,
            )


class _Idempotency:
    def __init__(self, blueprint: Blueprint, resource: Resource) -> None:
        self.resource = resource
        self.role = maker_role(blueprint, resource)

    async def run(self, attempt: Attempt) -> None:
        who = await attempt.world.person(self.role, "a creator")
        parameters, body = await attempt.world.rows.prepared(self.resource, who)
        first = await self._create(attempt, who, parameters, body, key := uuid4().hex)
        attempt.control(first, CREATED, why="a creation with an Idempotency-Key")
        again = await self._create(attempt, who, parameters, body, key)
        same = (again.status, again.body) == (first.status, first.body)
        attempt.require(same, f"sent again, it was answered otherwise: {again}", again)
        replayed = again.answered.get("idempotent-replayed") == "true"
        attempt.require(replayed, f"the replay does not say Idempotent-Replayed: {again}", again)
        await self._other_requests(attempt, who, parameters, body, key)
        await self._race(attempt)

    async def _other_requests(
        self, attempt: Attempt, who: Person, parameters: dict[str, str], body: object, key: str
    ) -> None:
        other = {**body, "unknown_to_everybody": 1} if isinstance(body, dict) else {}
        answer = await self._create(attempt, who, parameters, other, key)
        attempt.expect(answer, UNFIT, why="another body under a used key")
        answer = await self._create(attempt, who, parameters, body, "k" * (LONGEST + 1))
        attempt.expect(answer, BAD, why=f"a key of {LONGEST + 1} characters")

    async def _race(self, attempt: Attempt) -> None:
        """All at once with one key: one row, and nobody hears of another."""
        # somebody new, whom no rule allows one row only because of the rows before
        who = await attempt.world.person(self.role, "a hasty creator")
        parameters, body = await attempt.world.rows.prepared(self.resource, who)
        before, key = await self._stored(attempt), uuid4().hex
        sent = [self._create(attempt, who, parameters, body, key) for _ in range(AT_ONCE)]
        answers = await asyncio.gather(*sent)
        made = {str(one.data["id"]) for one in answers if one.status == CREATED}
        seen = Counter(one.status for one in answers)
        attempt.controlled(made, f"none of {AT_ONCE} creations with one key worked: {dict(seen)}")
        attempt.require(set(seen) <= {CREATED, CONFLICT}, f"the race was answered {dict(seen)}")
        stored = await self._stored(attempt) - before
        why = f"{AT_ONCE} creations with one key stored {stored} rows and told of {len(made)}"
        attempt.require(stored == len(made) == 1, why)

    async def _stored(self, attempt: Attempt) -> int:
        table = quoted(self.resource.plural)
        rows = await attempt.world.database.fetch(f"SELECT count(*) FROM {table}")  # noqa: S608 a name of the contract
        return int(rows[0][0])

    async def _create(
        self, attempt: Attempt, who: Person, parameters: dict[str, str], body: object, key: str
    ) -> Exchange:
        create = attempt.world.operation(self.resource, "create")
        assert create is not None
        return await attempt.world.send(who, create, parameters, body, idempotency_key=key)
