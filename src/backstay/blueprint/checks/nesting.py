"""Nested resources: the parent exists, is not too far up, and a field leads to it."""

from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.mistakes import quoted
from backstay.blueprint.naming import snake
from backstay.blueprint.reading.entries import text_in
from backstay.blueprint.reading.nodes import Text

LEVELS = 3
LOOKED_AT = 8  # a longer circle is reported as too deep


def check_under(draft: ContractDraft, resource: ResourceDraft) -> None:
    """Reads `under` (BS309, BS401, BS402); sets `under` and `parent_field` when all is well."""
    node = resource.keys.get("under")
    text = text_in(draft.mistakes, node, "under") if node else None
    if text is None:
        return
    if text.value not in draft.resources:
        message = f"unknown resource {quoted(text.value)}"
        allowed = draft.resources
        draft.mistakes.add(text.place(), "BS309", message, word=text.value, allowed=allowed)
        return
    if not _chain_fits(draft, resource, text):
        return
    field = _parent_field(resource, text.value)
    if field:
        resource.under, resource.parent_field = text.value, field
    elif not resource.unread:
        hint = f"{snake(text.value)}: {text.value}, on delete cascade"
        message = f"under {text.value} needs one required field that refers to {text.value}"
        draft.mistakes.add(text.place(), "BS402", message, hint=hint)


def _chain_fits(draft: ContractDraft, resource: ResourceDraft, text: Text) -> bool:
    chain, name = [resource.name], text.value
    while name in draft.resources and name not in chain and len(chain) <= LOOKED_AT:
        chain.append(name)
        above = draft.resources[name].keys.get("under")
        name = above.value if isinstance(above, Text) else ""
    if name in chain:
        problem = f"`under` goes in a circle: {' under '.join([*chain, name])}"
    elif len(chain) > LEVELS:
        shown = " under ".join(chain[:LOOKED_AT])
        problem = f"`under` goes too deep, {LEVELS} levels are the most: {shown}"
    elif resource.name == draft.login:
        problem = f"{resource.name} holds the accounts and is never nested"
    else:
        return True
    draft.mistakes.add(text.place(), "BS401", problem)
    return False


def _parent_field(resource: ResourceDraft, parent: str) -> str:
    """The field that the server fills from the path; empty where none or several would do."""
    fits = [
        reference.field.name
        for reference in resource.references()
        if reference.field.target == parent
        and reference.field.default is None
        and not reference.field.optional
        and not reference.field.write
    ]
    named = [name for name in fits if name == snake(parent)]
    found = named or fits
    return found[0] if len(found) == 1 else ""
