"""The names of dependencies: what routes ask for, by type."""

from backstay.blueprint.access import roles_with
from backstay.blueprint.contract import Blueprint, Resource
from backstay.build.naming.names import is_taken


def aliases_of(blueprint: Blueprint, resource: Resource) -> dict[str, str]:
    """The dependency that each kind of operation asks for; creation may have its own."""
    plural = "".join(part.capitalize() for part in resource.plural.split("_"))
    common = f"{plural}Needed" if is_taken(blueprint, plural) else plural
    readers = roles_with(blueprint, resource, "read")
    creators = roles_with(blueprint, resource, "create")
    apart = bool(creators) and set(creators) != set(readers)
    found = {"read": common} if readers else {}
    if creators:
        found["create"] = f"New{common}" if apart else common
    return found
