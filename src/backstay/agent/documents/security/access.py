"""Who may do what: the access matrix of the contract, and who may write which field (R-178)."""

from collections.abc import Iterator

from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import NOTHING, code, prose, table
from backstay.blueprint.access import row_grant
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.operations import Operation, operations


def access(material: Material) -> Iterator[str]:
    """One row for each operation, one column for each role, and for whoever is not signed in."""
    blueprint = material.blueprint
    yield from prose(
        "`all`: every row. `own`: rows whose field in brackets is the caller. `self`: the",
        "caller's own account. What a role may not read is 404 to it; what it may read and",
        "not change, 403. Below a parent, the parent must be readable too. Every cell is",
        f"tried, the empty ones too (the check `matrix`): {material.evidence.check('matrix')}.",
    )
    yield ""
    yield from table(
        ("operation", *blueprint.roles, "nobody"),
        (
            (
                f"{one.method} {one.path}",
                *(_cell(blueprint, one, role) for role in blueprint.roles),
                "yes" if one.public else NOTHING,
            )
            for one in operations(blueprint)
        ),
    )
    yield "### Fields that not everybody writes"
    yield ""
    yield from table(("field", "who"), _fields(blueprint))


def _cell(blueprint: Blueprint, one: Operation, role: str) -> str:
    if not one.resource:
        return "yes"
    resource = blueprint.resource(one.resource)
    scope = row_grant(blueprint, resource, role, one.verb)
    if scope.everything:
        return "all"
    words = [f"own ({', '.join(scope.owners)})"] if scope.owners else []
    return ", ".join([*words, *(["self"] if scope.self_only else [])]) or NOTHING


def _fields(blueprint: Blueprint) -> Iterator[tuple[str, str]]:
    for resource in blueprint.resources:
        for field in resource.fields:
            name = code(f"{resource.name}.{field.wire}")
            by_server = field.default is not None and field.default.op == "caller"
            if field.computed is not None:
                yield name, "nobody: it is computed"
            elif field.write:
                yield name, field.write
            elif by_server:
                yield name, "the service: the caller; an admin may name another"
            if field.fixed:
                yield name, "nobody, once the row is there"
