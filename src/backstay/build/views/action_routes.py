"""The routes of actions, one function each."""

from backstay.blueprint.access import roles_with
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import show
from backstay.blueprint.model import Action
from backstay.blueprint.naming import kebab, operation_id
from backstay.build.naming.names import names_of
from backstay.build.views.actions import method_of
from backstay.build.views.arguments import arguments_of, typed_ids
from backstay.build.views.marks import marks_of
from backstay.build.views.raises import raises_of
from backstay.build.views.rights import may
from backstay.build.views.route import RouteView
from backstay.build.views.words import docstring


def action_routes(blueprint: Blueprint, resource: Resource) -> tuple[RouteView, ...]:
    """The routes of the actions that somebody is granted."""
    return tuple(
        _route(blueprint, resource, action)
        for action in resource.actions
        if roles_with(blueprint, resource, action.name)
    )


def _route(blueprint: Blueprint, resource: Resource, action: Action) -> RouteView:
    names = names_of(blueprint, resource)
    forbidden = bool(may(blueprint, resource, action.name, names.one))
    kinds = [f"{names.name}NotFound"]
    kinds += ["Forbidden"] * forbidden
    kinds += ["ActionRefused"] * (action.when is not None)
    errors = ", ".join([*kinds, *raises_of(blueprint, resource).action])
    ids = arguments_of(blueprint, resource).row_names
    sets = ", ".join(f"{name} = {show(value)}" for name, value in action.sets)
    path = f"/{{{names.parameter}}}/{kebab(action.name)}"
    model = f"response_model=DataOf[{names.name}Read]"
    operation = operation_id("action", resource.name, names.table, action.name)
    return RouteView(
        name=operation,
        method="post",
        options=f'"{path}", {model}, responses=errors({errors})',
        arguments=f"actions: {names.name}ActionsNeeded, {typed_ids(blueprint, resource)[1]}",
        returns=names.row,
        doc=docstring(f"Set {sets}.", 4).strip().strip('"'),
        body=f"return await actions.{method_of(action.name)}({ids})",
        marks=marks_of(blueprint, operation, resource),
    )
