"""Flows, rules, actions and grants, word by word; compact and long forms read the same."""

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from backstay.blueprint.forms.expressions import Located, condition, located
from backstay.blueprint.forms.grammar import parse, tokens, words
from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.reading.entries import entries, known, text_in, words_in
from backstay.blueprint.reading.nodes import Items, Node, Pairs, Text, Word

if TYPE_CHECKING:
    from lark import Token, Tree

Edge: TypeAlias = tuple[Word, Word]


@dataclass(frozen=True, slots=True)
class RuleSaid:
    """`check` is a row rule; else `unique` names fields, perhaps only `when` something holds."""

    check: Located | None = None
    unique: tuple[Word, ...] = ()
    when: Located | None = None


@dataclass(frozen=True, slots=True)
class ActionSaid:
    """What an action sets, and when it may run."""

    sets: tuple[tuple[Word, Located], ...]
    when: Located | None = None


def read_access(mistakes: Mistakes, node: Node) -> list[Word]:
    """The verbs of one line of `access`; empty after a mistake."""
    if isinstance(node, Items):
        return words_in(mistakes, node, "the verbs")
    text = text_in(mistakes, node, "access")
    tree = parse(mistakes, "access", text) if text else None
    return words(text, tree) if text and tree else []


def read_flow(mistakes: Mistakes, node: Node) -> list[Edge] | None:
    """The changes that a flow allows, in the order written; None after a mistake."""
    if isinstance(node, Pairs):
        found: list[Edge] = []
        for state, entry in entries(mistakes, node, "a flow").items():
            begin = Word(state, entry.key.place())
            then = words_in(mistakes, entry.value, f"what follows {state}")
            found += [(begin, end) for end in then]
        return found or None
    text = text_in(mistakes, node, "a flow")
    tree = parse(mistakes, "flow", text) if text else None
    if text is None or tree is None:
        return None
    chains = [words(text, chain) for chain in tree.children]
    return [edge for chain in chains for edge in pairwise(chain)]


def read_rule(mistakes: Mistakes, node: Node) -> RuleSaid | None:
    """One rule; None after a mistake."""
    if isinstance(node, Pairs):
        keys = known(mistakes, node, "a rule", ["unique"])
        if "unique" not in keys:
            return None
        names = words_in(mistakes, keys["unique"], "unique")
        return RuleSaid(unique=tuple(names), when=_when(mistakes, keys)) if names else None
    text = text_in(mistakes, node, "a rule")
    tree = parse(mistakes, "rule", text) if text else None
    if text is None or tree is None:
        return None
    if tree.data == "check":
        return RuleSaid(check=located(text, tree.children[0]))
    fields, when = tree.children
    found = None if when is None else located(text, when)
    return RuleSaid(unique=tuple(words(text, fields)), when=found)


def read_action(mistakes: Mistakes, node: Node) -> ActionSaid | None:
    """One action; None after a mistake."""
    if isinstance(node, Pairs):
        return _long_action(mistakes, node)
    text = text_in(mistakes, node, "an action")
    tree = parse(mistakes, "action", text) if text else None
    if text is None or tree is None:
        return None
    *assigns, when, status = tree.children
    if isinstance(status, str):
        _answer(mistakes, text, status, guarded=when is not None)
    sets = tuple(_assign(text, assign) for assign in assigns)
    return ActionSaid(sets, None if when is None else located(text, when))


def _answer(mistakes: Mistakes, text: Text, status: "Token", *, guarded: bool) -> None:
    at = text.place(status.start_pos or 0)
    if status != "409":
        message = "an action that may not run answers 409"
        mistakes.add(at, "BS105", message, word=str(status), allowed=["409"])
    if not guarded:
        mistakes.add(at, "BS108", "`else` needs `when`", hint="set A = x when B is null, else 409")


def _assign(text: Text, assign: "Tree[Token] | Token") -> tuple[Word, Located]:
    assert not isinstance(assign, str), "the grammar gives a tree for `assign`"
    name = words(text, assign)[0]
    assert len(list(tokens(assign))) == 2, "a name and `=`"  # noqa: PLR2004 as it says
    return name, located(text, assign.children[2])


def _long_action(mistakes: Mistakes, node: Pairs) -> ActionSaid | None:
    keys = known(mistakes, node, "an action", ["set"])
    sets: list[tuple[Word, Located]] = []
    for name, entry in (entries(mistakes, keys["set"], "set") if "set" in keys else {}).items():
        text = text_in(mistakes, entry.value, name)
        value = condition(mistakes, text, "value") if text else None
        if value:
            sets.append((Word(name, entry.key.place()), value))
    when = _when(mistakes, keys)
    return ActionSaid(tuple(sets), when) if sets else None


def _when(mistakes: Mistakes, keys: dict[str, Node]) -> Located | None:
    text = text_in(mistakes, keys["when"], "when") if "when" in keys else None
    return condition(mistakes, text) if text else None
