"""Which files a resource gets, and with which views (pure)."""

from collections.abc import Iterator
from typing import Any

from backstay.blueprint.contract import Blueprint, Resource
from backstay.build.artifact import Artifact
from backstay.build.render import context_of
from backstay.build.tables.table import Table
from backstay.build.tests_of import tests_of
from backstay.build.views.actions import ActionsView, actions_view
from backstay.build.views.arguments import arguments_of
from backstay.build.views.behaviour import behaviour_view
from backstay.build.views.dependencies import dependencies_view
from backstay.build.views.model import ModelView, model_view
from backstay.build.views.repository import repository_view
from backstay.build.views.routes import routes_view
from backstay.build.views.schema import SchemaView, schema_view
from backstay.build.views.service import service_view
from backstay.build.views.shapes import shapes_view
from backstay.build.views.width import is_wide_actions, is_wide_model, is_wide_schema

_SERVICE = "resource/src/services/{{ n.module }}"


def resource_artifacts(
    blueprint: Blueprint, resource: Resource, table: Table
) -> Iterator[Artifact]:
    """The files of one resource; another resource changes none of them but by a reference."""
    service = service_view(blueprint, resource)
    arguments = arguments_of(blueprint, resource)
    behaviour = behaviour_view(blueprint, resource)
    schemas = schema_view(blueprint, resource)
    schema = context_of(schemas)
    doing = context_of(service, arguments)
    asking = doing | context_of(dependencies_view(blueprint, resource))
    routes = doing | context_of(routes_view(blueprint, resource))
    holding = doing | context_of(behaviour)

    yield from _model(model_view(blueprint, resource, table))
    yield from _schemas(schemas)
    if resource.listing.expand:
        yield _artifact("src/schemas/{{ n.module }}_expanded.py", schema)
    repository = context_of(repository_view(blueprint, resource))
    yield _artifact("src/repositories/{{ n.module }}_repository.py", repository)
    yield Artifact(f"{_SERVICE}_service.py.jinja", doing)
    if behaviour.flows:
        yield Artifact(f"{_SERVICE}_flow.py.jinja", holding)
    if service.rules:
        yield Artifact(f"{_SERVICE}_rules.py.jinja", holding)
    if behaviour.rights:
        yield Artifact(f"{_SERVICE}_policy.py.jinja", holding)
    yield _artifact("src/api/dependencies/{{ n.table }}.py", asking)
    yield _artifact("src/api/routes/{{ n.table }}.py", routes)
    if asking["has_actions"]:
        yield from _actions(actions_view(blueprint, resource), doing)
        yield _artifact("src/api/routes/{{ n.table }}_actions.py", routes)
    yield from tests_of(blueprint, resource)


def _actions(view: ActionsView, doing: dict[str, Any]) -> Iterator[Artifact]:
    context = doing | context_of(view)
    if not is_wide_actions(view):
        yield Artifact(f"{_SERVICE}_actions.py.jinja", context)
        return
    folder = "wide/src/services/{{ n.module }}_actions"
    yield Artifact(f"{folder}/__init__.py.jinja", context)
    for action in view.actions:
        yield Artifact(f"{folder}/{{{{ action.name }}}}.py.jinja", context | {"action": action})


def _model(view: ModelView) -> Iterator[Artifact]:
    context = context_of(view)
    if is_wide_model(view):
        for name in ("__init__", "checks", *(("enums",) if view.enums else ()), "row"):
            yield Artifact(f"wide/src/models/{{{{ n.module }}}}/{name}.py.jinja", context)
    else:
        yield _artifact("src/models/{{ n.module }}.py", context)


def _schemas(view: SchemaView) -> Iterator[Artifact]:
    if is_wide_schema(view):
        shapes = shapes_view(view)
        context = context_of(view, shapes)
        for name in ("__init__", *(shape.name for shape in shapes.shapes)):
            yield Artifact(f"wide/src/schemas/{{{{ n.module }}}}/{name}.py.jinja", context)
    else:
        yield _artifact("src/schemas/{{ n.module }}.py", context_of(view))


def _artifact(path: str, context: dict[str, Any]) -> Artifact:
    return Artifact(f"resource/{path}.jinja", context)
