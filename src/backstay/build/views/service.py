"""The view of a service: what callers may do with a resource, and what can go wrong."""

from dataclasses import dataclass

from backstay.blueprint.access import roles_with
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import depends_on_request
from backstay.blueprint.model import Field
from backstay.build.naming.names import Names, enums_of, names_of
from backstay.build.views.raises import Raises, raises_of
from backstay.build.views.rights import may
from backstay.build.views.sending import (
    Pair,
    created_of,
    defaults_of,
    known_of,
    protected_of,
    references_of,
)
from backstay.build.views.words import article, section


@dataclass(frozen=True, slots=True)
class ServiceView:
    """What the templates of services print; `repositories` begins with its own."""

    n: Names
    a_row: str
    reads: bool
    creates: bool
    updates: bool
    deletes: bool
    login: bool
    lock: bool
    flow: bool
    rules: bool
    cursor: bool
    page_type: str
    soft_deleted: bool
    soft_restricted: bool
    may_update: str
    may_delete: str
    found: str
    models: str
    parents: tuple[Names, ...]
    repositories: tuple[Names, ...]
    schemas: str
    protected: tuple[Pair, ...]
    protected_changes: tuple[Pair, ...]
    defaults: tuple[Pair, ...]
    references: tuple[Pair, ...]
    changed_references: tuple[Pair, ...]
    expands: tuple[Pair, ...]
    known_to_attackers: str
    created_values: str
    judged_created: str
    judged_changed: str
    raises_above: str
    raises_missing: str
    raises_create: str
    raises_change: str
    raises_delete: str


def service_view(blueprint: Blueprint, resource: Resource) -> ServiceView:
    """The service of a resource."""
    names = names_of(blueprint, resource)
    fields = [field for field in resource.fields if field.name != resource.parent_field]
    changed = [field for field in fields if not field.fixed and field.computed is None]
    expands = [resource.field(name) for name in resource.listing.expand]
    checks = [rule.check for rule in resource.rules if rule.check is not None]
    timed = any(map(depends_on_request, checks))
    defaults = tuple(defaults_of(fields, names.many))
    raises = raises_of(blueprint, resource)
    cursor = resource.listing.page.mode == "cursor"
    moment = f", {{}}, self.{names.many}.work.now, self.caller" if timed else ""
    return ServiceView(
        n=names,
        a_row=article(names.words),
        reads=_has(blueprint, resource, "read"),
        creates=_has(blueprint, resource, "create"),
        updates=_has(blueprint, resource, "update"),
        deletes=_has(blueprint, resource, "delete"),
        login=resource.login,
        lock=resource.lock,
        flow=bool(resource.flows),
        rules=bool(checks),
        cursor=cursor,
        page_type="CursorPage" if cursor else "Page",
        soft_deleted=resource.soft,
        soft_restricted=resource.soft and "StillReferenced" in raises.delete,
        may_update=may(blueprint, resource, "update", names.one),
        may_delete=may(blueprint, resource, "delete", names.one),
        found="readable" if expands else "get",
        models=", ".join([names.row, *enums_of(blueprint, resource)]),
        parents=tuple(names_of(blueprint, one) for one in blueprint.chain(resource)),
        repositories=(names, *_others(blueprint, resource, fields)),
        schemas=_schemas(blueprint, resource),
        protected=tuple(protected_of(blueprint, fields)),
        protected_changes=tuple(protected_of(blueprint, changed)),
        defaults=defaults,
        references=references_of(blueprint, fields),
        changed_references=references_of(blueprint, changed),
        expands=tuple(
            Pair(one.name, names_of(blueprint, blueprint.resource(one.target)).many)
            for one in expands
        ),
        known_to_attackers=known_of(fields),
        created_values=created_of(blueprint, resource, has_defaults=bool(defaults)),
        judged_created=moment.format(f"vars({names.one})"),
        judged_changed=moment.format("values"),
        **_sections(raises),
    )


def _sections(raises: Raises) -> dict[str, str]:
    lists = {
        "above": raises.above,
        "missing": raises.missing,
        "create": raises.create,
        "change": raises.change,
        "delete": raises.delete,
    }
    return {
        f"raises_{name}": section("Raises", list(kinds), 8) if kinds else ""
        for name, kinds in lists.items()
    }


def _has(blueprint: Blueprint, resource: Resource, verb: str) -> bool:
    return bool(roles_with(blueprint, resource, verb))


def _schemas(blueprint: Blueprint, resource: Resource) -> str:
    """The schemas that a service speaks of; unused ones are taken out by the formatter."""
    kinds = ["Query", "Replace", "Update"] if _has(blueprint, resource, "update") else ["Query"]
    kinds += ["Create"] if _has(blueprint, resource, "create") else []
    kinds += ["Expand"] if resource.listing.expand else []
    name = names_of(blueprint, resource).name
    return ", ".join(f"{name}{kind}" for kind in sorted(kinds))


def _others(blueprint: Blueprint, resource: Resource, fields: list[Field]) -> list[Names]:
    """Parents outermost first, then what fields refer to; never its own."""
    wanted = [one.name for one in blueprint.chain(resource)]
    wanted += [field.target for field in fields if field.target]
    kept = dict.fromkeys(name for name in wanted if name != resource.name)
    return [names_of(blueprint, blueprint.resource(name)) for name in kept]
