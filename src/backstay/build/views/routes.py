"""The view of routes: one function per operation, and every error that it declares (R-070)."""

from dataclasses import dataclass

from backstay.blueprint.access import roles_with
from backstay.blueprint.contract import Blueprint, Resource
from backstay.build.naming.names import Names, names_of
from backstay.build.views.action_routes import action_routes
from backstay.build.views.arguments import parameter_name
from backstay.build.views.error_groups import error_groups
from backstay.build.views.marks import models_behind
from backstay.build.views.raises import raises_of
from backstay.build.views.route import RouteView, RouteWriter
from backstay.build.views.sending import Pair


@dataclass(frozen=True, slots=True)
class RoutesView:
    """What the templates of routes print."""

    prefix: str
    common_errors: str
    all_errors: str
    action_errors: str
    route_schemas: str
    aliases: str
    not_found: tuple[Names, ...]
    kept: tuple[Names, ...]
    path_parameters: tuple[Pair, ...]
    groups: tuple[Pair, ...]
    routes: tuple[RouteView, ...]
    action_routes: tuple[RouteView, ...]


def routes_view(blueprint: Blueprint, resource: Resource) -> RoutesView:
    """The routes of a resource: exactly the operations that exist."""
    chain = [*blueprint.chain(resource), resource]
    names = [names_of(blueprint, one) for one in chain]
    raises = raises_of(blueprint, resource)
    above = "".join(f", {name}" for name in raises.above)
    everybody = set(roles_with(blueprint, resource, "read")) == set(blueprint.roles)
    barred = "" if everybody else ", Forbidden"
    errors = {*raises.create, *raises.change, *raises.delete, "Forbidden"} - {*raises.missing}
    actions = {*raises.action, "ActionRefused", "Forbidden"}
    maker = RouteWriter(blueprint, resource)
    return RoutesView(
        prefix=_prefix(names),
        common_errors=f"*exceptions.OPEN, *exceptions.SIGNED_IN{barred}{above}",
        all_errors=", ".join(sorted(errors)),
        action_errors=", ".join(sorted(actions)),
        route_schemas=", ".join(
            f"{names[-1].name}{kind}"
            for kind in ("Create", "Expand", "Query", "Read", "Replace", "Update")
            if _exists(blueprint, resource, kind)
        ),
        aliases=", ".join(dict.fromkeys(maker.aliases.values())),
        not_found=tuple(names),
        kept=models_behind(blueprint, resource)[1:] if resource.cache else (),
        path_parameters=tuple(
            Pair(parameter_name(one), f"The id of the {one.words}.") for one in names
        ),
        groups=error_groups(blueprint, resource),
        routes=tuple(maker.routes()),
        action_routes=action_routes(blueprint, resource),
    )


def _prefix(names: list[Names]) -> str:
    path = "".join(f"/{one.path}/{{{one.parameter}}}" for one in names[:-1])
    return f"{path}/{names[-1].path}"


def _exists(blueprint: Blueprint, resource: Resource, schema: str) -> bool:
    verbs = {"Create": "create", "Replace": "update", "Update": "update"}
    if schema == "Expand":
        return bool(resource.listing.expand)
    return bool(roles_with(blueprint, resource, verbs.get(schema, "read")))
