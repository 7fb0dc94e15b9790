"""The view of a project: what its files say that belong to no single resource."""

from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.naming import PREFIX
from backstay.blueprint.objectives import deadline_of
from backstay.blueprint.operations import collection, operations
from backstay.build.naming.names import Names, names_of
from backstay.build.views.scope import role_name
from backstay.build.views.sending import Pair
from backstay.build.views.words import docstring, literal

_BASES = {
    True: "An id that sorts by time, times, and a hidden version that every change counts up.",
    False: "An id that sorts by time, and a hidden version that every change counts up.",
}


@dataclass(frozen=True, slots=True)
class ProjectView:
    """What the project's own templates print."""

    service: str
    version: str
    description: str
    about: str
    described: str
    tags: tuple[Pair, ...]
    package: str
    new_id: str
    base_classes: str
    base_doc: str
    roles: tuple[str, ...]
    newcomer: str
    login: Names
    resources: tuple[Names, ...]
    requests: int
    requests_seconds: int
    body_limit: int
    request_deadline: str
    personal: str
    coverage: str
    paths: tuple[Pair, ...]
    not_for_admins: tuple[Pair, ...]
    test_names: bool


def project_view(blueprint: Blueprint) -> ProjectView:
    """The view of a whole project."""
    login = blueprint.login
    role = next(field for field in login.fields if field.kind == "role")
    personal = {field.wire for one in blueprint.resources for field in one.fields if field.pii}
    described = blueprint.description or f"{blueprint.service}: a service built from its contract."
    return ProjectView(
        service=blueprint.service,
        version=blueprint.version,
        description=blueprint.description,
        about=docstring(described, 0),
        described=literal(blueprint.description) if blueprint.description else "",
        tags=tuple(
            Pair(names_of(blueprint, one).path, literal(one.description))
            for one in blueprint.resources
            if one.description
        ),
        package=blueprint.layout,
        new_id=blueprint.id_kind,
        base_classes="Entity, Timestamps" if blueprint.timestamps else "Entity",
        base_doc=_BASES[blueprint.timestamps],
        roles=blueprint.roles,
        newcomer=str(role.default.parts[0]) if role.default else "",
        login=names_of(blueprint, login),
        resources=tuple(names_of(blueprint, one) for one in blueprint.resources),
        requests=blueprint.limits.requests,
        requests_seconds=blueprint.limits.seconds,
        body_limit=blueprint.limits.body,
        request_deadline=f"{deadline_of(blueprint.objective).normalize():f}",
        personal=", ".join(sorted(personal)),
        coverage=f"{blueprint.proof.coverage.normalize():f}",
        paths=tuple(
            Pair(one.name, collection(blueprint, one).removeprefix(PREFIX))
            for one in blueprint.resources
        ),
        test_names=any(names_of(blueprint, one).looks_like_test for one in blueprint.resources),
        not_for_admins=tuple(
            Pair(one.id, role_name(one.roles[0]))
            for one in operations(blueprint)
            if not one.public and "admin" not in one.roles
        ),
    )
