"""Nodes as what a place in the contract asks for: entries, known keys, words, numbers."""

from collections.abc import Iterable

from backstay.blueprint.mistakes import Mistakes, quoted
from backstay.blueprint.reading.nodes import Entry, Items, Node, Pairs, Text, Word
from backstay.blueprint.reading.numbers import whole_number
from backstay.blueprint.words import ELSEWHERE, KEYS, LATER

QUOTES_NEEDED = "inside {...} a value with commas needs quotes"


def entries(mistakes: Mistakes, node: Node, where: str) -> dict[str, Entry]:
    """The pairs of a mapping by key; empty after BS104. Keys are words, each said once."""
    found: dict[str, Entry] = {}
    if not isinstance(node, Pairs) or not node.pairs:
        message = f"{where} must be a mapping with at least one key"
        mistakes.add(node.place(), "BS104", message)
        return found
    for key, value in node.pairs:
        if not isinstance(key, Text) or not key.value:
            mistakes.add(key.at, "BS012", "a key is one word")
        elif key.value in found:
            first = found[key.value].key.at.line
            message = f"key {quoted(key.value)} is said twice"
            mistakes.add(key.place(), "BS010", message, hint=f"first on line {first}")
        elif node.flow and _left_empty(value):
            message = f"{quoted(key.value)} has no value"
            mistakes.add(key.place(), "BS109", message, hint=QUOTES_NEEDED)
        else:
            found[key.value] = Entry(key, value)
    return found


def _left_empty(value: Node) -> bool:
    return isinstance(value, Text) and value.plain and not value.value


def known(mistakes: Mistakes, node: Node, where: str, needs: Iterable[str] = ()) -> dict[str, Node]:
    """The values of a mapping whose keys are all known there (`words.KEYS`)."""
    allowed, later = KEYS[where], LATER.get(where, frozenset())
    pairs = entries(mistakes, node, where)
    found: dict[str, Node] = {}
    for word, entry in pairs.items():
        at = entry.key.place()
        if word in allowed:
            found[word] = entry.value
        elif word in later:
            message = f"{quoted(word)} is reserved for a later version"
            mistakes.add(at, "BS102", message, allowed=allowed)
        else:
            message = f"unknown key {quoted(word)} in {where}"
            hint = ELSEWHERE.get(word, "")
            mistakes.add(at, "BS101", message, word=word, allowed=allowed, hint=hint)
    for word in needs if pairs else ():
        if word not in pairs:
            mistakes.add(node.place(), "BS103", f"{where} needs `{word}`")
    return found


def text_in(mistakes: Mistakes, node: Node, what: str) -> Text | None:
    """A scalar that says something; None after BS104."""
    if isinstance(node, Text) and node.value:
        return node
    mistakes.add(node.place(), "BS104", f"{what} must be one line of text")
    return None


def words_in(mistakes: Mistakes, node: Node, what: str) -> list[Word]:
    """The words of a list, each said once; empty after BS104."""
    items = node.items if isinstance(node, Items) else ()
    texts = [item for item in items if isinstance(item, Text) and item.value]
    if not texts or len(texts) < len(items):
        mistakes.add(node.place(), "BS104", f"{what} must be a list of words, like [a, b]")
        return []
    seen: set[str] = set()
    for item in texts:
        if item.value in seen:
            mistakes.add(item.place(), "BS110", f"{quoted(item.value)} is said twice in {what}")
        seen.add(item.value)
    return [Word(item.value, item.place()) for item in texts]


def choice(mistakes: Mistakes, node: Node, what: str, allowed: tuple[str, ...]) -> str | None:
    """One of some words; booleans must stand without quotes. None after BS104 or BS105."""
    text = text_in(mistakes, node, what)
    if text is None:
        return None
    if text.value in allowed and (text.plain or text.value not in ("true", "false")):
        return text.value
    message = f"{what} cannot be {quoted(text.written)}"
    mistakes.add(text.place(), "BS105", message, word=text.value, allowed=allowed)
    return None


def flag(mistakes: Mistakes, node: Node, what: str) -> bool | None:
    """`true` or `false`; None after a mistake."""
    said = choice(mistakes, node, what, ("true", "false"))
    return None if said is None else said == "true"


def whole(mistakes: Mistakes, node: Node, what: str, low: int, high: int) -> int | None:
    """A whole number within limits, both included; None after BS104 or BS107."""
    text = text_in(mistakes, node, what)
    if text is None:
        return None
    number = whole_number(text.value) if text.plain else None
    if number is not None and low <= number <= high:
        return number
    message = f"{what} must be a whole number from {low} to {high}"
    mistakes.add(text.place(), "BS107", message)
    return None
