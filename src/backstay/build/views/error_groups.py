"""The errors that routes declare, each list said once per file."""

from backstay.blueprint.access import roles_with
from backstay.blueprint.contract import Blueprint, Resource
from backstay.build.views.raises import raises_of
from backstay.build.views.sending import Pair


def error_groups(blueprint: Blueprint, resource: Resource) -> tuple[Pair, ...]:
    """What creation, change and removal answer besides what every route answers."""
    raises = raises_of(blueprint, resource)
    creators = roles_with(blueprint, resource, "create")
    barred = ["Forbidden"] if set(creators) != set(blueprint.roles) else []
    kinds = {
        "CREATION": ("create", ["*exceptions.BODY", *barred, *raises.create]),
        "CHANGE": ("update", ["*exceptions.BODY", *raises.change]),
        "REMOVAL": ("delete", list(raises.delete)),
    }
    return tuple(
        Pair(name, ", ".join(one for one in listed if one not in raises.above))
        for name, (verb, listed) in kinds.items()
        if roles_with(blueprint, resource, verb)
    )
