"""Access, flows, rules and actions, compact and long."""

from backstay.blueprint.access import VERBS
from backstay.blueprint.expressions.show import SUM, show
from backstay.blueprint.forms.behaviour import (
    ActionSaid,
    Edge,
    RuleSaid,
    read_access,
    read_action,
    read_flow,
    read_rule,
)
from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.printing.yaml import mapping, scalar, sequence
from backstay.blueprint.reading.nodes import Node

VERB_ORDER = ("all", *VERBS)


def compact_access(node: Node) -> str:
    """The verbs of one caller."""
    return ", ".join(_verbs(node))


def long_access(node: Node) -> str:
    """The same as a list."""
    return sequence(_verbs(node))


def _verbs(node: Node) -> list[str]:
    said = [word.text for word in read_access(Mistakes(), node)]
    known = [verb for verb in VERB_ORDER if verb in said]
    return [*known, *(verb for verb in said if verb not in known)]


def compact_flow(node: Node) -> str:
    """The chains of a flow."""
    return flow_text(read_flow(Mistakes(), node) or [])


def flow_text(edges: list[Edge]) -> str:
    """Chains in the order of the edges, each as long as it gets without coming back to a state."""
    left = [(before.text, after.text) for before, after in edges]
    chains: list[list[str]] = []
    while left:
        chain = list(left.pop(0))
        while onward := next((e for e in left if e[0] == chain[-1] and e[1] not in chain), None):
            left.remove(onward)
            chain.append(onward[1])
        chains.append(chain)
    return ", ".join(" > ".join(chain) for chain in chains)


def long_flow(node: Node) -> str:
    """For each state the list of those that may follow."""
    after: dict[str, list[str]] = {}
    for before, then in read_flow(Mistakes(), node) or []:
        after.setdefault(before.text, []).append(then.text)
    return mapping((state, sequence(states)) for state, states in after.items())


def compact_rule(node: Node) -> str:
    """A rule on one line."""
    said = read_rule(Mistakes(), node)
    assert said, "only valid contracts are printed"
    return rule_text(said)


def rule_text(said: RuleSaid) -> str:
    """A condition, or `unique` with the fields."""
    if said.check:
        return show(said.check.expression)
    text = f"unique {', '.join(word.text for word in said.unique)}"
    return f"{text} when {show(said.when.expression)}" if said.when else text


def long_rule(node: Node) -> str:
    """Uniqueness as a mapping; a condition has one form only."""
    said = read_rule(Mistakes(), node)
    assert said, "only valid contracts are printed"
    if said.check:
        return scalar(rule_text(said), flow=True)
    pairs = [("unique", sequence(word.text for word in said.unique))]
    if said.when:
        pairs.append(("when", scalar(show(said.when.expression), flow=True)))
    return mapping(pairs)


def compact_action(node: Node) -> str:
    """An action on one line."""
    return action_text(_action(node))


def _action(node: Node) -> ActionSaid:
    said = read_action(Mistakes(), node)
    assert said, "only valid contracts are printed"
    return said


def action_text(said: ActionSaid) -> str:
    """What is set, when, and what else is answered."""
    sets = (f"{word.text} = {show(value.expression, SUM)}" for word, value in said.sets)
    text = f"set {', '.join(sets)}"
    return f"{text} when {show(said.when.expression)}, else 409" if said.when else text


def long_action(node: Node) -> str:
    """An action as a mapping."""
    said = _action(node)
    sets = (
        (word.text, scalar(show(value.expression, SUM), flow=True)) for word, value in said.sets
    )
    pairs = [("set", mapping(sets))]
    if said.when:
        pairs.append(("when", scalar(show(said.when.expression), flow=True)))
    return mapping(pairs)
