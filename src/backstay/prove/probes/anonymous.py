"""anonymous: without a good token every operation but those of sign-in answers 401."""

from collections.abc import Iterator
from uuid import uuid4

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.naming import item_parameter
from backstay.blueprint.operations import Operation, operations
from backstay.prove.attempt import Attempt
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.trial import Trial
from backstay.prove.world.forgery import bad_tokens

UNKNOWN = 401
WITH_BODY = ("create", "replace", "update")


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One for each resource; sign-out belongs to the one with the accounts."""
    for resource in blueprint.resources:
        key = f"resources.{resource.name}"
        yield Trial(
            "anonymous",
            f"{key}.access" if "access" in resource.keys else key,
            resource.keys.get("access", resource.at),
            f"nobody gets at {resource.plural} without a good token",
            _Anonymous(blueprint, resource).run,
        )


class _Anonymous:
    def __init__(self, blueprint: Blueprint, resource: Resource) -> None:
        own = ("", resource.name) if resource.login else (resource.name,)
        found = operations(blueprint)
        self.operations = [one for one in found if one.resource in own and not one.public]
        chain = (*blueprint.chain(resource), resource)
        self.parameters = {item_parameter(one.name): str(uuid4()) for one in chain}

    async def run(self, attempt: Attempt) -> None:
        who = await attempt.world.person("admin", "somebody with a token")
        for operation in self.operations:
            if operation.kind != "logout":  # it would end the session that the others need
                known = await self._send(attempt, operation, who.token)
                seen = known.status != UNKNOWN
                attempt.controlled(seen, f"a good token is not known either: {known}")
            for kind, token in bad_tokens(who):
                answer = await self._send(attempt, operation, token)
                code = ("token_invalid", "token_missing") if token else "token_missing"
                why = f"{operation.id} with {kind}"
                attempt.expect(answer, UNKNOWN, why=why, code=code)

    async def _send(self, attempt: Attempt, operation: Operation, token: str) -> Exchange:
        """The body is junk, for who is asking comes before what is said."""
        path = operation.path.format(**self.parameters)
        body: dict[str, str] | None = {} if operation.kind in WITH_BODY else None
        return await attempt.world.client.send(operation.method, path, token=token, body=body)
