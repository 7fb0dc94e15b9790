"""Flows: over an enum that has a start, from which every state is reached (BS403 to BS405)."""

from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.forms.behaviour import Edge, read_flow
from backstay.blueprint.mistakes import quoted
from backstay.blueprint.model import Field, Flow
from backstay.blueprint.reading.entries import entries
from backstay.blueprint.reading.nodes import Entry


def read_flows(draft: ContractDraft, resource: ResourceDraft) -> None:
    """Every flow of a resource."""
    if "flow" not in resource.keys:
        return
    for name, entry in entries(draft.mistakes, resource.keys["flow"], "flow").items():
        field = resource.typed().get(name)
        if field:
            _read(draft, resource, field, entry)
        elif name not in resource.unread:
            message = f"{resource.name} has no field {quoted(name)}"
            fields = tuple(resource.fields)
            draft.mistakes.add(entry.key.place(), "BS601", message, word=name, allowed=fields)


def _read(draft: ContractDraft, resource: ResourceDraft, field: Field, entry: Entry) -> None:
    at = entry.key.place()
    if field.kind != "enum":
        hint = f"{field.name}: open | done = open"
        message = f"a flow needs an enum; `{field.name}` is {field.target or field.kind}"
        draft.mistakes.add(at, "BS403", message, hint=hint)
        return
    if field.optional or field.fixed or field.default is None:
        message = f"a flow starts at the default: `{field.name}` needs one, not optional or fixed"
        draft.mistakes.add(at, "BS405", message)
        return
    edges = read_flow(draft.mistakes, entry.value)
    if edges is None or not _edges_fit(draft, field, edges):
        return
    start = str(field.default.parts[0]) if field.default.parts else ""
    said = {(before.text, after.text) for before, after in edges}
    pairs = tuple((a, b) for a in field.values for b in field.values if (a, b) in said)
    if start in field.values:
        lost = _never_reached(field.values, start, pairs)
        if lost:
            message = f"no way leads from `{start}` to {', '.join(lost)}"
            draft.mistakes.add(entry.value.place(), "BS405", message)
    resource.flows.append(Flow(field.name, start, pairs, at))


def _edges_fit(draft: ContractDraft, field: Field, edges: list[Edge]) -> bool:
    fits, seen = True, set[tuple[str, str]]()
    for before, after in edges:
        for state in (before, after):
            if state.text not in field.values:
                fits = False
                message = f"{quoted(state.text)} is no value of {field.name}"
                at, allowed = state.at, field.values
                draft.mistakes.add(at, "BS404", message, word=state.text, allowed=allowed)
        edge = (before.text, after.text)
        if edge in seen or before.text == after.text:
            said = "goes nowhere" if before.text == after.text else "is said twice"
            draft.mistakes.add(after.at, "BS110", f"`{before.text} > {after.text}` {said}")
        seen.add(edge)
    return fits


def _never_reached(
    values: tuple[str, ...], start: str, edges: tuple[tuple[str, str], ...]
) -> list[str]:
    reached, size = {start}, 0
    while len(reached) > size:
        size = len(reached)
        reached |= {after for before, after in edges if before in reached}
    return [value for value in values if value not in reached]
