"""A contract file as its root mapping."""

from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.reading.compose import compose
from backstay.blueprint.reading.nodes import Node, Pairs, Text
from backstay.blueprint.reading.source import TOP, text_of
from backstay.blueprint.words import KEYS


def root_of(raw: bytes, mistakes: Mistakes) -> Pairs | None:
    """The mapping that is the contract; None when the file cannot be read as one."""
    text = text_of(raw, mistakes)
    if text is None:
        return None
    before = len(mistakes)
    root: Node | None = compose(text, mistakes)
    if len(mistakes) > before:
        return None
    if root is None or (isinstance(root, Text) and not root.value):
        mistakes.add(TOP, "BS005", "the contract is empty", hint="start with `backstay: 1`")
        return None
    if not isinstance(root, Pairs):
        allowed = KEYS["the contract"]
        mistakes.add(root.place(), "BS104", "the contract must be a mapping", allowed=allowed)
        return None
    return root
