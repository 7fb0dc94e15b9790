"""The view of dependencies: what the routes of a resource may ask for, by type (R-008)."""

from dataclasses import dataclass

from backstay.blueprint.access import roles_with
from backstay.blueprint.contract import Blueprint, Resource
from backstay.build.naming.names import names_of
from backstay.build.views.aliases import aliases_of
from backstay.build.views.scope import role_name


@dataclass(frozen=True, slots=True)
class Provider:
    """One dependency that makes a service, and the alias that routes name."""

    name: str
    caller: str
    roles: str
    verb: str
    alias: str


@dataclass(frozen=True, slots=True)
class DependenciesView:
    """What the template of dependencies prints."""

    providers: tuple[Provider, ...]
    has_actions: bool


def dependencies_view(blueprint: Blueprint, resource: Resource) -> DependenciesView:
    """One service for those who read, and one for those who create, where they differ."""
    names = names_of(blueprint, resource)
    aliases = aliases_of(blueprint, resource)
    providers = []
    if "read" in aliases:
        alias = aliases["read"]
        roles = _roles(blueprint, roles_with(blueprint, resource, "read"))
        reader = f"{names.name}Reader"
        providers.append(Provider(f"{names.module}_service", reader, roles, "read", alias))
    if "create" in aliases and aliases["create"] != aliases.get("read"):
        alias = aliases["create"]
        name = f"{names.module}_creation" if providers else f"{names.module}_service"
        roles = _roles(blueprint, roles_with(blueprint, resource, "create"))
        providers.append(Provider(name, f"{names.name}Creator", roles, "create", alias))
    return DependenciesView(
        providers=tuple(providers),
        has_actions=any(roles_with(blueprint, resource, one.name) for one in resource.actions),
    )


def _roles(blueprint: Blueprint, roles: tuple[str, ...]) -> str:
    everybody = set(roles) == set(blueprint.roles)
    return "*Role" if everybody else ", ".join(role_name(role) for role in roles)
