"""Which operations a target means: all, a resource, a path, or a method and a path."""

import re

from backstay.agent.phrases.vocabulary import resource_name
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.operations import Operation, operations

_PARAMETER = re.compile(r"\{[^}]*\}|:[A-Za-z_]\w*")


class NoTargetError(ValueError):
    """Nothing is called so; the message says what there is."""


def operations_of(blueprint: Blueprint, target: str) -> tuple[Operation, ...]:
    """The operations that are meant. NoTargetError when there are none.

    Args:
        blueprint: The contract.
        target: `` or `all`, `Task`, `tasks`, `/tasks/{id}`, `GET /api/v1/tasks`, `list_tasks`.
    """
    every = operations(blueprint)
    said = target.strip()
    if said in ("", "all"):
        return every
    found = [one for one in every if said == one.id] or _by_path(every, said)
    if not found and "/" not in said:
        found = [one for one in every if one.resource and one.resource == resource_name(said)]
    if not found:
        names = ", ".join(one.name for one in blueprint.resources)
        raise NoTargetError(f"nothing is called `{said[:80]}`; give a path or one of {names}")
    return tuple(found)


def _by_path(every: tuple[Operation, ...], said: str) -> list[Operation]:
    method, _, path = said.rpartition(" ")
    if "/" not in path:
        return []
    wanted = _shape(path)
    return [
        one
        for one in every
        if method.upper() in ("", one.method) and _shape(one.path).endswith(wanted)
    ]


def _shape(path: str) -> str:
    return _PARAMETER.sub("{}", path).rstrip("/")
