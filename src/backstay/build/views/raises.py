"""What each method can raise, and so what its route declares: the one list for both."""

from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field
from backstay.build.naming.names import names_of
from backstay.build.views.rights import may


@dataclass(frozen=True, slots=True)
class Raises:
    """Errors by name, in the order in which they are looked for (contract.md section 5)."""

    missing: tuple[str, ...]
    above: tuple[str, ...]
    create: tuple[str, ...]
    change: tuple[str, ...]
    delete: tuple[str, ...]
    action: tuple[str, ...]


def raises_of(blueprint: Blueprint, resource: Resource) -> Raises:
    """The errors of a resource's methods, the shared ones of every operation left out."""
    above = tuple(f"{names_of(blueprint, one).name}NotFound" for one in blueprint.chain(resource))
    missing = (*above, f"{names_of(blueprint, resource).name}NotFound")
    fields = [field for field in resource.fields if field.name != resource.parent_field]
    changed = [field for field in fields if not field.fixed]
    lock = ("PreconditionRequired",) if resource.lock else ()
    race = () if resource.lock else ("EditedMeanwhile",)
    held = (*lock, "PreconditionFailed")
    flow = ("FlowRefused",) if resource.flows else ()
    rules = ("RuleBroken",) if any(rule.check is not None for rule in resource.rules) else ()
    return Raises(
        missing=missing,
        above=above,
        create=(
            *_read_only(fields),
            *above,
            *flow,
            *_references(fields),
            *rules,
            *_unique(resource, fields),
        ),
        change=(
            *_read_only(changed),
            *missing,
            *_forbidden(blueprint, resource, "update"),
            *held,
            *flow,
            *_references(changed),
            *rules,
            *_unique(resource, changed),
            *race,
        ),
        delete=(
            *missing,
            *_forbidden(blueprint, resource, "delete"),
            *held,
            *_restricted(blueprint, resource),
            *race,
        ),
        action=(*flow, *rules, "EditedMeanwhile"),
    )


def _read_only(fields: list[Field]) -> tuple[str, ...]:
    guarded = any(
        field.write or (field.default is not None and field.default.op == "caller")
        for field in fields
    )
    return ("ReadOnlyField",) if guarded else ()


def _references(fields: list[Field]) -> tuple[str, ...]:
    return ("UnknownReference",) if any(field.target for field in fields) else ()


def _unique(resource: Resource, fields: list[Field]) -> tuple[str, ...]:
    """A change can break what it touches: a unique field, or a field of a unique rule."""
    names = {field.name for field in fields}
    ruled = any(rule.unique and (set(rule.unique) & names or rule.when) for rule in resource.rules)
    return ("NotUnique",) if ruled or any(field.unique for field in fields) else ()


def _forbidden(blueprint: Blueprint, resource: Resource, verb: str) -> tuple[str, ...]:
    row = names_of(blueprint, resource).one
    return ("Forbidden",) if may(blueprint, resource, verb, row) else ()


def _restricted(blueprint: Blueprint, resource: Resource) -> tuple[str, ...]:
    restricting = any(
        field.target == resource.name and field.on_delete == "restrict"
        for other in blueprint.resources
        for field in other.fields
    )
    return ("StillReferenced",) if restricting else ()
