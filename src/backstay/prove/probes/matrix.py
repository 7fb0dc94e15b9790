"""matrix: who may do what, for every role, operation and row (contract.md section 5)."""

from collections.abc import Iterator, Sequence

from backstay.blueprint.access import fits
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Grant
from backstay.blueprint.samples.makers import maker_role
from backstay.prove.access.caller import Caller
from backstay.prove.access.cast import Cast
from backstay.prove.attempt import Attempt
from backstay.prove.trial import Trial
from backstay.prove.world.distinct import another


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each line of access, and one for the roles that no line lets in."""
    for resource in blueprint.resources:
        key = f"resources.{resource.name}"
        lined: set[str] = set()
        for grant in resource.access:
            roles = [role for role in blueprint.roles if fits(blueprint, grant, role)]
            lined |= set(roles)
            place = f"access.{grant.who}"
            yield Trial(
                "matrix",
                f"{key}.{place}" if place in resource.keys else key,
                resource.keys.get(place, resource.at),
                _claim(resource, grant),
                _Matrix(blueprint, resource, roles).run,
            )
        others = [role for role in blueprint.roles if role not in lined]
        if others:
            yield Trial(
                "matrix",
                f"{key}.access" if "access" in resource.keys else key,
                resource.keys.get("access", resource.at),
                f"{resource.plural} let in nobody else: {', '.join(others)} get 403",
                _Matrix(blueprint, resource, others).run,
            )


def _claim(resource: Resource, grant: Grant) -> str:
    return f"{resource.plural} give {grant.who} what the line says: {', '.join(grant.verbs)}"


class _Matrix:
    def __init__(self, blueprint: Blueprint, resource: Resource, roles: Sequence[str]) -> None:
        self.resource = resource
        self.roles = roles
        self.maker = maker_role(blueprint, resource)

    async def run(self, attempt: Attempt) -> None:
        world = attempt.world
        maker = await world.person(self.maker or "admin", "somebody else")
        base = await world.make(self.resource, maker)
        stranger = await another(world, world.blueprint.login, maker.id)
        attempt.controlled(base.id, f"no {self.resource.name} could be made")
        for role in self.roles:
            who = await world.person(role)
            await Caller(attempt, Cast(who, maker, base, stranger)).try_everything()
