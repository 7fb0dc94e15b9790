"""What several definitions together get wrong: shared names, handoffs to nobody, circles."""

from collections.abc import Iterator, Mapping

from backstay.agent.definitions.lint.finding import Finding, Level, at
from backstay.agent.definitions.model import Definition
from backstay.agent.definitions.roster import Roster


def shared_names(roster: Roster) -> Iterator[Finding]:
    """Definitions of one name: the identity is name and path, and the highest rank wins (C-71)."""
    first: dict[str, Definition] = {}
    for one in roster.definitions:
        winner = first.setdefault(one.name, one)
        if winner is not one:
            message = f"the name `{one.name}` is taken by {winner.path}, which wins"
            yield at(one, "name", "shared-name", "warning", message)


def lost_handoffs(roster: Roster) -> Iterator[Finding]:
    """Handoffs to an agent that is not there, under this name or another one of its role."""
    for one in roster.definitions:
        for handoff in one.handoffs:
            if not handoff.agent:
                message = "a handoff names no agent"
                yield at(one, "handoffs", "lost-handoff", "error", message)
            elif roster.named(handoff.agent) is None:
                message = f"no definition is called `{handoff.agent}`; the handoff leads nowhere"
                yield at(one, "handoffs", "lost-handoff", "warning", message)


def circles(roster: Roster) -> Iterator[Finding]:
    """Handoffs that come back: endless when all are sent unasked, else a person ends them."""
    graph = _graph(roster)
    seen: set[frozenset[str]] = set()
    for start in graph:
        circle = _shortest_circle(graph, start)
        if not circle or frozenset(circle) in seen:
            continue
        seen.add(frozenset(circle))
        steps = zip(circle, (*circle[1:], circle[0]), strict=True)
        endless = all(graph[source][target] for source, target in steps)
        level: Level = "error" if endless else "info"
        end = "without anybody being asked" if endless else "but a person is asked on the way"
        path = " > ".join((*circle, circle[0]))
        definition = next(one for one in roster.definitions if one.name == start)
        message = f"handoffs go in a circle, {end}: {path}"
        yield at(definition, "handoffs", "handoff-circle", level, message)


def _graph(roster: Roster) -> Mapping[str, dict[str, bool]]:
    """Who hands over to whom; true where it is sent without asking."""
    graph: dict[str, dict[str, bool]] = {}
    for one in roster.definitions:
        edges = graph.setdefault(one.name, {})
        for handoff in one.handoffs:
            target = roster.named(handoff.agent) if handoff.agent else None
            if target:
                edges[target.name] = edges.get(target.name, False) or handoff.send
    return graph


def _shortest_circle(graph: Mapping[str, dict[str, bool]], start: str) -> tuple[str, ...]:
    """The shortest way from an agent back to itself; empty when there is none."""
    waiting: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while waiting:
        path = waiting.pop(0)
        for target in graph[path[-1]]:
            if target == start:
                return path
            if target not in seen:
                seen.add(target)
                waiting.append((*path, target))
    return ()


CHECKS = (shared_names, lost_handoffs, circles)
