"""Required references that go in a circle: no first row could ever be made (BS312)."""

from collections.abc import Mapping

from backstay.blueprint.checks.drafts import ContractDraft, ResourceDraft
from backstay.blueprint.forms.said import FieldDraft


def check_circles(draft: ContractDraft) -> None:
    """Reports each required reference that lies on a circle."""
    needs = {
        resource.name: {reference.field.target for reference in _required(resource)}
        & set(draft.resources)
        for resource in draft.resources.values()
    }
    circle = components(needs)
    for resource in draft.resources.values():
        for reference in _required(resource):
            if circle.get(reference.field.target) == circle[resource.name]:
                message = f"{resource.name} requires itself through `{reference.field.name}`"
                hint = "make one reference of the circle optional, or no first row can be made"
                draft.mistakes.add(reference.at("kind"), "BS312", message, hint=hint)


def _required(resource: ResourceDraft) -> list[FieldDraft]:
    return [
        reference
        for reference in resource.references()
        if not reference.field.optional and reference.field.default is None
    ]


def components(graph: Mapping[str, set[str]]) -> dict[str, str]:
    """For each node a name of its strongly connected component (Kosaraju, without recursion).

    An edge lies on a circle exactly if both of its ends have the same component.
    """
    order: list[str] = []
    seen: set[str] = set()
    for start in graph:
        _visit(graph, start, seen, order)
    back: dict[str, set[str]] = {name: set() for name in graph}
    for name, targets in graph.items():
        for target in targets:
            back[target].add(name)
    found: dict[str, str] = {}
    taken: set[str] = set()
    for root in reversed(order):
        members: list[str] = []
        _visit(back, root, taken, members)
        found |= dict.fromkeys(members, root)
    return found


def _visit(graph: Mapping[str, set[str]], start: str, seen: set[str], order: list[str]) -> None:
    """Depth first from `start` over unseen nodes; each is listed after all that it leads to."""
    if start in seen:
        return
    seen.add(start)
    stack = [(start, iter(sorted(graph[start])))]
    while stack:
        name, targets = stack[-1]
        target = next((one for one in targets if one not in seen), None)
        if target is None:
            order.append(name)
            stack.pop()
        else:
            seen.add(target)
            stack.append((target, iter(sorted(graph[target]))))
