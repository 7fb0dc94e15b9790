"""Plurals, and that no two things share a table, a path or an operation id (BS204)."""

from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.checks.names import name_fits
from backstay.blueprint.model import Place
from backstay.blueprint.naming import operation_id, plural
from backstay.blueprint.operations import CRUD
from backstay.blueprint.reading.entries import text_in


def read_plural(draft: ContractDraft, resource: ResourceDraft) -> None:
    """The plural as written, else as the rules make it."""
    resource.plural = plural(resource.name)
    node = resource.keys.get("plural")
    text = text_in(draft.mistakes, node, "plural") if node else None
    if text and name_fits(draft.mistakes, text, "a plural"):
        resource.plural = text.value


def check_paths(draft: ContractDraft) -> None:
    """Tables, then operation ids, then actions beside nested resources."""
    tables: dict[str, str] = {}
    for resource in draft.resources.values():
        other = tables.setdefault(resource.plural, resource.name)
        if other != resource.name:
            message = f"{other} and {resource.name} share the path and table `{resource.plural}`"
            hint = "say another `plural` for one of them"
            draft.mistakes.add(_plural_place(resource), "BS204", message, hint=hint)
    if not draft.mistakes.has("BS204"):
        _check_ids(draft)
    for child in draft.resources.values():
        parent = draft.resources.get(child.under)
        if parent and child.plural in parent.action_names:
            message = f"{child.name} and the action `{child.plural}` of {parent.name} share a path"
            draft.mistakes.add(_plural_place(child), "BS204", message)


def _plural_place(resource: ResourceDraft) -> Place:
    return resource.keys["plural"].place() if "plural" in resource.keys else resource.at


def _check_ids(draft: ContractDraft) -> None:
    ids: dict[str, str] = {}
    for resource in draft.resources.values():
        for kind, *_ in CRUD:
            ids[operation_id(kind, resource.name, resource.plural)] = f"{kind} of {resource.name}"
    for resource in draft.resources.values():
        for action, at in resource.action_names.items():
            name = operation_id("action", resource.name, resource.plural, action)
            mine = f"`{action}` of {resource.name}"
            other = ids.setdefault(name, mine)
            if other != mine:
                message = f"{mine} and {other} share the operation id `{name}`"
                draft.mistakes.add(at, "BS204", message)
