"""Grants that nobody could ever use, and fields that creators may not write (BS505, BS506)."""

from backstay.blueprint.access import fits, grants, may_ever, roles_with
from backstay.blueprint.checks.drafts import ContractDraft
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.model import Field, Grant
from backstay.blueprint.words import OBJECTIVES


def check_reach(draft: ContractDraft, blueprint: Blueprint) -> None:
    """Asks the frozen access of every resource whose `access` could be read."""
    for resource in blueprint.resources:
        if _lost(draft, resource):
            continue
        for grant in resource.access:
            _check_grant(draft, blueprint, resource, grant)
        for field in resource.fields:
            _check_writer(draft, blueprint, resource, field)
        _check_objectives(draft, blueprint, resource)


def _lost(draft: ContractDraft, resource: Resource) -> bool:
    return draft.resources[resource.name].grants_lost


def _check_grant(
    draft: ContractDraft, blueprint: Blueprint, resource: Resource, grant: Grant
) -> None:
    """Somebody whom the grant fits reads all parents, and what a new row must refer to."""
    roles = [role for role in blueprint.roles if fits(blueprint, grant, role)]
    parents = blueprint.chain(resource)
    if any(_lost(draft, parent) for parent in parents):
        return
    for parent in parents:
        roles = [role for role in roles if may_ever(blueprint, parent, role, "read")]
        if not roles:
            message = f"`{grant.who}` may not read {parent.name}, so it can never reach any"
            draft.mistakes.add(grant.at, "BS505", f"{message} {resource.name}")
            return
    if not grants(resource, grant, "create"):
        return
    for field in resource.fields:
        if not _must_be_named(resource, field) or field.target not in draft.resources:
            continue
        target = blueprint.resource(field.target)
        if _lost(draft, target):
            continue
        if not any(may_ever(blueprint, target, role, "read") for role in roles):
            message = f"`{grant.who}` can create no {resource.name}: `{field.name}` must name"
            message += f" a row of {target.name}, which it may not read"
            draft.mistakes.add(grant.at, "BS505", message, hint=f"grant `read` on {target.name}")


def _must_be_named(resource: Resource, field: Field) -> bool:
    loose = field.optional or field.default or field.write or field.name == resource.parent_field
    return field.kind == "ref" and not loose


def _check_writer(
    draft: ContractDraft, blueprint: Blueprint, resource: Resource, field: Field
) -> None:
    if not field.write or field.default or field.optional or field.computed:
        return
    creators = roles_with(blueprint, resource, "create")
    barred = [role for role in creators if role not in ("admin", field.write)]
    if resource.login and field.name != "email":  # whose form is checked with the login
        barred.append("sign-up")
    if barred:
        message = (
            f"only {field.write} may write `{field.name}`, so {barred[0]} could create nothing"
        )
        at = draft.resources[resource.name].fields[field.name].at("write")
        hint = "give it a default, or make it optional"
        draft.mistakes.add(at, "BS506", message, hint=hint)


def _check_objectives(draft: ContractDraft, blueprint: Blueprint, resource: Resource) -> None:
    """An objective of an operation that nobody is granted is about nothing (BS706)."""
    actions = [action.name for action in resource.actions]
    for name in resource.objectives or {}:
        verb = "read" if name == "list" else name
        known = name in (*OBJECTIVES, *actions)
        if known and not roles_with(blueprint, resource, verb):
            message = f"{resource.name} has no operation `{name}`: nobody is granted it"
            at = resource.keys[f"sla.{name}"]
            draft.mistakes.add(at, "BS706", message, hint="grant it in `access`, or leave it out")
