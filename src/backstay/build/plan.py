"""plan: which artifacts a blueprint becomes (pure)."""

from collections.abc import Iterator

from backstay.blueprint.contract import Blueprint
from backstay.build.artifact import Artifact
from backstay.build.render import TEMPLATES, context_of
from backstay.build.resources import resource_artifacts
from backstay.build.tables.table import Table
from backstay.build.views.auth import auth_view
from backstay.build.views.project import project_view


def artifacts_of(blueprint: Blueprint, tables: tuple[Table, ...]) -> Iterator[Artifact]:
    """Every file but the migrations, which depend on what was built before."""
    project = context_of(project_view(blueprint))
    for template in _templates("project"):
        yield Artifact(template, project)
    auth = context_of(auth_view(blueprint))
    for template in _templates("auth"):
        yield Artifact(template, auth)
    by_name = {table.name: table for table in tables}
    for resource in blueprint.resources:
        yield from resource_artifacts(blueprint, resource, by_name[resource.plural])


def _templates(group: str) -> list[str]:
    """The templates of a group, in the order of their paths."""
    found = (path for path in (TEMPLATES / group).rglob("*.jinja") if path.is_file())
    return sorted(path.relative_to(TEMPLATES).as_posix() for path in found)
