"""set-by-server: ids and times are the server's; changes move one of the times and no other."""

from collections.abc import Iterator
from uuid import UUID, uuid4

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.samples.makers import maker_role
from backstay.prove.attempt import Attempt
from backstay.prove.trial import Trial
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.changes import change_of
from backstay.prove.world.hands import hands_for

CREATED, OK, UNFIT = 201, 200, 422
TIMES = ("created_at", "updated_at")


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """Two for each resource: its ids, and its times."""
    for resource in blueprint.resources:
        if not maker_role(blueprint, resource):
            continue
        one = _Kept(blueprint, resource)
        for key, claim, run in (
            ("defaults.id", f"ids of {resource.plural} are {blueprint.id_kind} and ours", one.ids),
            ("defaults.timestamps", f"times of {resource.plural} are ours", one.times),
        ):
            said = key in blueprint.keys
            at = blueprint.keys.get(key, resource.at)
            yield Trial(
                "set-by-server", key if said else f"resources.{resource.name}", at, claim, run
            )


class _Kept:
    def __init__(self, blueprint: Blueprint, resource: Resource) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.role = maker_role(blueprint, resource)

    async def ids(self, attempt: Attempt) -> None:
        """The server makes ids, of the kind that is said."""
        who = await attempt.world.person(self.role)
        row = await attempt.world.make(self.resource, who)
        kind = int(self.blueprint.id_kind.removeprefix("uuid"))
        right = UUID(row.id).version == kind
        attempt.controlled(row.id, "no row could be made")
        attempt.require(right, f"the id {row.id} is no uuid of version {kind}")
        await self._refused(attempt, "id", str(uuid4()))

    async def times(self, attempt: Attempt) -> None:
        """Both times are there, or neither; a change moves `updated_at` alone."""
        world = attempt.world
        maker = await world.person(self.role)
        row = await world.make(self.resource, maker)
        attempt.controlled(row.id, "no row could be made")
        for name in TIMES:
            there = name in row.data
            wanted = self.blueprint.timestamps
            attempt.require(there == wanted, f"{name} is {'' if there else 'not '}in the answer")
            await self._refused(attempt, name, "2020-01-01T00:00:00Z")
        try:
            hands = hands_for(self.blueprint, self.resource, "update")
            maker, who = await hands.people(world)
            row = await world.make(self.resource, maker)
            body = change_of(self.blueprint, row, who.role)
        except NoRowError:
            return  # nobody changes such rows
        answer = await world.on(who, row, "update", body)
        if attempt.allow(answer, OK, why="a change") and self.blueprint.timestamps:
            now = answer.data or {}
            same = now.get("created_at") == row.data["created_at"]
            attempt.require(same, f"created_at went to {now.get('created_at')}", answer)
            later = str(now.get("updated_at")) > str(row.data["updated_at"])
            attempt.require(later, f"updated_at stayed at {now.get('updated_at')}", answer)

    async def _refused(self, attempt: Attempt, name: str, value: str) -> None:
        who = await attempt.world.person(self.role)
        given = {name: value}
        parameters, body = await attempt.world.rows.prepared(self.resource, who, None, **given)
        made = await attempt.world.rows.create(self.resource, who, parameters, body)
        code = ("read_only_field", "unknown_field")
        attempt.expect(made, UNFIT, why=f"a creation that sends {name}", code=code)
