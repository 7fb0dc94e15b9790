"""The fields of a resource, one by one."""

from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.checks.names import name_fits
from backstay.blueprint.forms.field_types import read_type
from backstay.blueprint.mistakes import quoted
from backstay.blueprint.reading.entries import entries
from backstay.blueprint.words import KEPT


def read_fields(draft: ContractDraft, resource: ResourceDraft) -> None:
    """Reads every field; one whose type is not known is remembered as unread."""
    mistakes = draft.mistakes
    if "fields" not in resource.keys:
        if resource.name != draft.login:
            mistakes.add(resource.at, "BS103", f"{resource.name} needs `fields`")
        return
    names = tuple(draft.resources)
    for name, entry in entries(mistakes, resource.keys["fields"], "fields").items():
        resource.unread.add(name)
        if name in KEPT:
            message = f"{quoted(name)} is kept by Backstay itself"
            mistakes.add(entry.key.place(), "BS203", message)
        elif name_fits(mistakes, entry.key, "a field"):
            field = read_type(mistakes, entry.key, entry.value, names)
            if field:
                resource.fields[name] = field
                resource.unread.discard(name)


def check_writers(draft: ContractDraft, resource: ResourceDraft) -> None:
    """`write ROLE` names a role of the contract."""
    for field in resource.fields.values():
        writer = field.field.write
        if writer and writer not in draft.roles:
            message = f"unknown role {quoted(writer)}"
            at = field.at("write")
            draft.mistakes.add(at, "BS501", message, word=writer, allowed=draft.roles)
