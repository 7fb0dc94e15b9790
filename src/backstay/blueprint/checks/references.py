"""References: they lead somewhere, have a name of their own on the wire, and go in no circle."""

from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.mistakes import quoted


def check_references(draft: ContractDraft, resource: ResourceDraft) -> None:
    """Each reference by itself: BS201, BS204, BS309, BS311, BS312."""
    for reference in resource.references():
        field, at = reference.field, reference.at("kind")
        if field.target not in draft.resources:
            message, allowed = f"unknown resource {quoted(field.target)}", tuple(draft.resources)
            draft.mistakes.add(at, "BS309", message, word=field.target, allowed=allowed)
            continue
        if field.name.endswith("_id"):
            message = f"a reference travels as NAME_id: call it `{field.name[:-3]}`"
            draft.mistakes.add(field.at, "BS201", message)
        if field.wire in resource.fields or field.wire in resource.unread:
            message = f"`{field.name}` travels as `{field.wire}`, which is a field too"
            draft.mistakes.add(field.at, "BS204", message)
        default = field.default
        if default and default.op == "caller" and field.target != draft.login:
            message = f"`caller` is a {draft.login}; `{field.name}` refers to {field.target}"
            at = reference.at("value")
            draft.mistakes.add(at, "BS311", message, word=field.target, allowed=[draft.login])
        if resource.name == draft.login and not field.optional:
            message = (
                "a reference of the login resource is optional: at sign-up there is no row yet"
            )
            draft.mistakes.add(at, "BS312", message, hint=f"{field.target}, optional")
