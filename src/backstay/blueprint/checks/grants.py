"""Access as written: known callers, known verbs, nothing that contradicts itself (BS501..503)."""

from backstay.blueprint.access import VERBS
from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.forms.behaviour import read_access
from backstay.blueprint.mistakes import quoted
from backstay.blueprint.model import Grant
from backstay.blueprint.reading.entries import entries
from backstay.blueprint.reading.nodes import Word
from backstay.blueprint.words import ELSEWHERE, LATER


def read_grants(draft: ContractDraft, resource: ResourceDraft) -> None:
    """Every line of `access`; without any, admin and the owners by `= caller` get in."""
    if "access" not in resource.keys:
        resource.grants = default_grants(draft, resource)
        return
    owners, self_ = draft.owners(resource), ("self",) * (resource.name == draft.login)
    allowed = tuple(dict.fromkeys([*draft.roles, *owners, *self_]))
    for who, entry in entries(draft.mistakes, resource.keys["access"], "access").items():
        at = entry.key.place()
        if who in LATER["subject"]:
            message = f"{quoted(who)} is reserved for a later version"
            draft.mistakes.add(at, "BS102", message, allowed=allowed)
        elif who not in allowed and who not in resource.unread:
            message = f"{quoted(who)} is no role, and no field of {resource.name} that refers to"
            message += f" {draft.login}"
            draft.mistakes.add(at, "BS501", message, word=who, allowed=allowed)
        said = read_access(draft.mistakes, entry.value)
        _check_verbs(draft, resource, said)
        _check_create(draft, resource, who, said)
        _check_read(draft, resource, said)
        if who in allowed and said:
            verbs = {word.text for word in said}
            known = tuple(v for v in ("all", *VERBS, *resource.action_names) if v in verbs)
            resource.grants.append(Grant(who, known, at))
        else:
            resource.grants_lost = True
    if not resource.grants:
        resource.grants_lost = True


def default_grants(draft: ContractDraft, resource: ResourceDraft) -> list[Grant]:
    """What holds without `access` (contract.md section 5)."""
    admin = Grant("admin", ("all",), resource.at)
    if resource.name == draft.login:
        return [admin, Grant("self", ("read", "update"), resource.at)]
    return [admin, *(Grant(name, VERBS, resource.at) for name in _set_by_server(draft, resource))]


def _set_by_server(draft: ContractDraft, resource: ResourceDraft) -> list[str]:
    fields = resource.typed()
    owners = (fields[name] for name in draft.owners(resource))
    return [field.name for field in owners if field.default and field.default.op == "caller"]


def _check_verbs(draft: ContractDraft, resource: ResourceDraft, said: list[Word]) -> None:
    verbs = ("all", *VERBS, *resource.action_names)
    seen: set[str] = set()
    for word in said:
        if word.text in LATER["verb"]:
            message = f"{quoted(word.text)} is reserved for a later version"
            draft.mistakes.add(word.at, "BS102", message, allowed=verbs)
        elif word.text not in verbs:
            resource.grants_lost = True
            message = f"{resource.name} has no operation {quoted(word.text)}"
            hint = ELSEWHERE["list"] if word.text == "list" else ""
            draft.mistakes.add(word.at, "BS502", message, word=word.text, allowed=verbs, hint=hint)
        if word.text in seen or (word.text == "all" and len(said) > 1):
            why = "says every verb" if word.text == "all" else "is said twice in the verbs"
            draft.mistakes.add(word.at, "BS110", f"{quoted(word.text)} {why}")
        seen.add(word.text)


def _check_create(
    draft: ContractDraft, resource: ResourceDraft, who: str, said: list[Word]
) -> None:
    word = next((word for word in said if word.text in ("all", "create")), None)
    loose = who in draft.owners(resource) and who not in _set_by_server(draft, resource)
    if word and (who == "self" or loose):
        hint = "sign-up makes accounts" if who == "self" else f"{who}: {draft.login} = caller"
        message = f"`{who}` cannot create: the new row would not be theirs"
        draft.mistakes.add(word.at, "BS503", message, hint=hint)


def _check_read(draft: ContractDraft, resource: ResourceDraft, said: list[Word]) -> None:
    verbs = {word.text for word in said}
    needing = {"update", "delete", *resource.action_names}
    word = next((word for word in said if word.text in needing), None)
    if word and not verbs & {"read", "all"}:
        message = f"`{word.text}` needs `read` too: nobody changes what they may not see"
        draft.mistakes.add(word.at, "BS503", message)
