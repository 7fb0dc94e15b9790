"""What a contract says about itself, its roles and what holds for every resource."""

import re

from backstay.blueprint.checks.drafts import ContractDraft
from backstay.blueprint.checks.names import name_fits
from backstay.blueprint.forms.limits import read_limits
from backstay.blueprint.forms.objective import read_objective
from backstay.blueprint.forms.paging import read_page
from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.objectives import DEFAULT, merged, rises
from backstay.blueprint.reading.entries import choice, flag, known, text_in, words_in
from backstay.blueprint.reading.nodes import Items, Node, Pairs, Text
from backstay.blueprint.reading.numbers import whole_number

VERSION = re.compile(r"[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}")
MOST_DESCRIPTION = 500


def language_fits(mistakes: Mistakes, root: Pairs) -> bool:
    """Whether the contract is written in version 1 of the language; nothing else is read if not."""
    said = next((value for key, value in root.pairs if _is(key, "backstay")), None)
    if said is None or (isinstance(said, Text) and said.plain and said.value == "1"):
        return True
    seen = said.written if isinstance(said, Text) else "this"
    newer = isinstance(said, Text) and said.plain and (whole_number(said.value) or 0) > 1
    hint = "a newer Backstay reads it" if newer else "write `backstay: 1`"
    message = f"version {quoted(seen, 20)} of the language; this Backstay reads 1"
    mistakes.add(said.place(), "BS106", message, hint=hint)
    return False


def _is(key: Node, word: str) -> bool:
    return isinstance(key, Text) and key.value == word


def read_head(draft: ContractDraft, keys: dict[str, Node]) -> None:
    """Name, version, description, layout."""
    mistakes = draft.mistakes
    if "service" in keys and (service := text_in(mistakes, keys["service"], "service")):
        name_fits(mistakes, service, "a service")
        draft.service = service.value
    if "version" in keys and (version := text_in(mistakes, keys["version"], "version")):
        draft.version = version.value
        if not VERSION.fullmatch(version.value):
            message = f"version {quoted(version.value)} is not three numbers"
            mistakes.add(version.place(), "BS105", message, hint="version: 1.0.0")
    if "layout" in keys:
        draft.layout = choice(mistakes, keys["layout"], "layout", ("src", "app")) or "src"
    draft.description = description(mistakes, keys)


def description(mistakes: Mistakes, keys: dict[str, Node]) -> str:
    """The description of the contract or of a resource; empty where there is none."""
    node = keys.get("description")
    text = text_in(mistakes, node, "description") if node else None
    if text and len(text.value) > MOST_DESCRIPTION:
        message = f"a description has at most {MOST_DESCRIPTION} characters, not {len(text.value)}"
        mistakes.add(text.place(), "BS107", message)
    return text.value.strip() if text else ""


def read_roles(draft: ContractDraft, node: Node) -> None:
    """The roles: `admin`, and at least one other."""
    mistakes = draft.mistakes
    said = [word.text for word in words_in(mistakes, node, "roles")]
    texts = (
        [item for item in node.items if isinstance(item, Text)]
        if said and isinstance(node, Items)
        else []
    )
    for text in texts:
        name_fits(mistakes, text, "a role")
    roles = tuple(dict.fromkeys(said))
    if said and ("admin" not in roles or len(roles) == 1):
        message = "roles are `admin` and at least one other"
        mistakes.add(node.place(), "BS504", message, hint="roles: [admin, member]")
    if len(roles) > 1:
        draft.roles = roles if "admin" in roles else ("admin", *roles)


def read_defaults(draft: ContractDraft, node: Node) -> None:
    """What holds for every resource."""
    mistakes = draft.mistakes
    keys = known(mistakes, node, "defaults")
    if "id" in keys:
        draft.id_kind = choice(mistakes, keys["id"], "id", ("uuid7", "uuid4")) or draft.id_kind
    if "timestamps" in keys:
        draft.timestamps = flag(mistakes, keys["timestamps"], "timestamps") is not False
    if "page" in keys:
        draft.page = read_page(mistakes, keys["page"], draft.page)
    if "limits" in keys:
        draft.limits = read_limits(mistakes, keys["limits"])
    if "sla" in keys:
        own = read_objective(mistakes, keys["sla"], of_all=True)
        draft.objective = merged(DEFAULT, own)
        if rises(own) and not rises(draft.objective):
            message = (
                f"p50 {own.p50}ms lies above p95, which is {draft.objective.p95:f}ms unless said"
            )
            mistakes.add(keys["sla"].place(), "BS702", message, hint="say p95 too")
