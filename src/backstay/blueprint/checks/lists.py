"""What lists can do: filters, orders, expansions, pages (BS204, BS406)."""

from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.forms.paging import read_page
from backstay.blueprint.kinds import KINDS
from backstay.blueprint.mistakes import quoted
from backstay.blueprint.model import Field, Listing, Place
from backstay.blueprint.reading.entries import known, words_in
from backstay.blueprint.reading.nodes import Node, Word
from backstay.blueprint.words import PARAMETERS

STAMPS = ("created_at", "updated_at")


def read_list(draft: ContractDraft, resource: ResourceDraft) -> None:
    """Reads `list`; without one, the defaults hold."""
    node = resource.keys.get("list")
    keys = known(draft.mistakes, node, "a list") if node else {}
    stamps = STAMPS if draft.timestamps else ()
    fields = {name: field for name, field in resource.typed().items() if not field.computed}
    fields |= {name: Field(name, "datetime", Place(1, 1)) for name in stamps}
    filters = _said(draft, resource, keys, "filter", _can_filter(fields))
    _check_parameters(draft, fields, filters)
    sort = _said(draft, resource, keys, "sort", (*_can_sort(fields), "id"))
    refs = tuple(name for name, field in fields.items() if field.kind == "ref")
    expand = _said(draft, resource, keys, "expand", refs)
    resource.listing = Listing(
        filter=tuple(word.text for word in filters),
        sort=tuple(word.text for word in sort) or (("-created_at",) if stamps else ("id",)),
        expand=tuple(word.text for word in expand),
        page=read_page(draft.mistakes, keys["page"], draft.page) if "page" in keys else draft.page,
    )


def _can_filter(fields: dict[str, Field]) -> tuple[str, ...]:
    return tuple(name for name, field in fields.items() if KINDS[field.kind].filter)


def _can_sort(fields: dict[str, Field]) -> tuple[str, ...]:
    return tuple(name for name, field in fields.items() if KINDS[field.kind].sort)


def _said(
    draft: ContractDraft,
    resource: ResourceDraft,
    keys: dict[str, Node],
    what: str,
    allowed: tuple[str, ...],
) -> list[Word]:
    """The fields that a list names and may name; `-` in front counts in `sort` alone."""
    found: list[Word] = []
    seen: set[str] = set()
    for word in words_in(draft.mistakes, keys[what], what) if what in keys else ():
        name = word.text.removeprefix("-") if what == "sort" else word.text
        if name not in allowed:
            if name not in resource.unread:
                message = f"{resource.name} cannot {what} by {quoted(name)}"
                draft.mistakes.add(word.at, "BS406", message, word=name, allowed=allowed)
            continue
        if name in seen and word.text not in [other.text for other in found]:
            draft.mistakes.add(word.at, "BS110", f"{quoted(name)} is said twice in {what}")
        seen.add(name)
        found.append(word)
    return found


def _check_parameters(draft: ContractDraft, fields: dict[str, Field], filters: list[Word]) -> None:
    taken = dict.fromkeys(PARAMETERS, "every list")
    for word in filters:
        for parameter in parameters(fields[word.text]):
            other = taken.setdefault(parameter, word.text)
            if other != word.text:
                message = f"query parameter `{parameter}` would be of {other} and {word.text}"
                draft.mistakes.add(word.at, "BS204", message)


def parameters(field: Field) -> tuple[str, ...]:
    """The query parameters of a filter: one for equality, two for a range."""
    equal = () if field.kind == "datetime" else (field.wire,)
    if KINDS[field.kind].filter != "range":
        return equal
    return (*equal, f"{field.name}_from", f"{field.name}_to")
