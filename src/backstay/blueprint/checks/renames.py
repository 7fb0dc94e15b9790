"""Renames: what `was` names is in use no longer (BS205)."""

from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.checks.names import shaped
from backstay.blueprint.mistakes import quoted
from backstay.blueprint.model import Place
from backstay.blueprint.reading.entries import text_in


def check_field_renames(draft: ContractDraft, resource: ResourceDraft) -> None:
    """No two fields were the same one, and none was one that is still there."""
    seen: set[str] = set()
    for field in resource.fields.values():
        was = field.field.was
        if was:
            used = {*resource.fields, *resource.unread}
            _check(draft, was, "a field", field.at("was"), used | seen)
            seen.add(was)


def check_resource_renames(draft: ContractDraft) -> None:
    """The same for resources."""
    seen: set[str] = set()
    for resource in draft.resources.values():
        node = resource.keys.get("was")
        text = text_in(draft.mistakes, node, "was") if node else None
        if text:
            resource.was = text.value
            _check(draft, text.value, "a resource", text.place(), {*draft.resources} | seen)
            seen.add(text.value)


def _check(draft: ContractDraft, was: str, what: str, at: Place, used: set[str]) -> None:
    if not shaped(was, what):
        draft.mistakes.add(at, "BS201", f"{quoted(was)} was never the name of {what}")
    elif was in used:
        hint = "`was` is the old name, which nothing else has now"
        message = f"`was {was}`: that name is still in use, or said twice"
        draft.mistakes.add(at, "BS205", message, hint=hint)
