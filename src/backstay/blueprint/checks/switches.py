"""The short words of a resource: description, lock, delete, cache, and its objectives."""

from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.checks.head import description
from backstay.blueprint.forms.amounts import seconds
from backstay.blueprint.forms.objective import read_objective
from backstay.blueprint.mistakes import quoted
from backstay.blueprint.objectives import merged, rises
from backstay.blueprint.reading.entries import choice, entries, known
from backstay.blueprint.reading.nodes import Node, Pairs
from backstay.blueprint.words import OBJECTIVES

MOST_CACHED = "24h"


def read_switches(draft: ContractDraft, resource: ResourceDraft) -> None:
    """What one word says."""
    keys, mistakes = resource.keys, draft.mistakes
    resource.description = description(mistakes, keys)
    if "lock" in keys:
        resource.lock = choice(mistakes, keys["lock"], "lock", ("etag",)) == "etag"
    if "delete" in keys:
        resource.soft = choice(mistakes, keys["delete"], "delete", ("soft", "hard")) == "soft"
    if "cache" in keys:
        resource.cache = _cache(draft, keys["cache"])


def _cache(draft: ContractDraft, node: Node) -> dict[str, int]:
    if isinstance(node, Pairs):
        parts = known(draft.mistakes, node, "a cache")
        times = {
            key: seconds(draft.mistakes, part, key, MOST_CACHED) for key, part in parts.items()
        }
    else:
        time = seconds(draft.mistakes, node, "cache", MOST_CACHED)
        times = {"list": time, "read": time}
    return {key: time for key, time in times.items() if time is not None}


def read_objectives(draft: ContractDraft, resource: ResourceDraft) -> None:
    """The objectives of single operations (BS701, BS702, BS706)."""
    if "sla" not in resource.keys:
        return
    resource.objectives = {}
    allowed = (*OBJECTIVES, *resource.action_names)
    for name, entry in entries(draft.mistakes, resource.keys["sla"], "sla").items():
        if name not in allowed:
            message = f"{resource.name} has no operation {quoted(name)}"
            at = entry.key.place()
            draft.mistakes.add(at, "BS706", message, word=name, allowed=allowed)
        own = read_objective(draft.mistakes, entry.value, of_all=False)
        if rises(own) and not rises(merged(draft.objective, own)):
            p95 = draft.objective.p95
            message = f"p50 {own.p50}ms lies above the p95 that `defaults` gives, {p95:f}ms"
            draft.mistakes.add(entry.value.place(), "BS702", message, hint="say p95 too")
        resource.objectives[name] = own
