"""Reads the compact form of a field type: `text 1..200, search`."""

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from backstay.blueprint.forms.expressions import located
from backstay.blueprint.forms.grammar import parse, tokens, word
from backstay.blueprint.forms.said import Modifier, TypeSaid
from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.reading.entries import text_in
from backstay.blueprint.reading.nodes import Node, Text

if TYPE_CHECKING:
    from lark import Token, Tree


def compact_type(mistakes: Mistakes, node: Node) -> TypeSaid | None:
    """What a one-line type says; None after a mistake."""
    text = text_in(mistakes, node, "a type")
    tree = parse(mistakes, "type", text) if text else None
    if text is None or tree is None:
        return None
    kind, _, value, *rest = tree.children
    assert not isinstance(kind, str), "the grammar gives a tree for `kind`"
    return replace(
        _kind(text, kind),
        value=None if value is None else located(text, value),
        modifiers=tuple(_modifier(text, list(tokens(m))) for m in rest),
    )


def _kind(text: Text, tree: "Tree[Token]") -> TypeSaid:
    found = list(tokens(tree))
    words = [word(text, token) for token in found]
    if tree.data == "choice":
        return TypeSaid(words[0], values=tuple(words))
    by_type = {token.type: one for token, one in zip(found, words, strict=True)}
    bounds = by_type.get("RANGE")
    low, _, high = bounds.text.partition("..") if bounds else ("", "", "")
    return TypeSaid(
        words[0],
        number=by_type.get("NUMBER"),
        low=_end(low),
        high=_end(high),
        bounds=bounds.at if bounds else None,
    )


def _end(written: str) -> Decimal | None:
    return Decimal(written.replace("_", "")) if written else None


def _modifier(text: Text, found: "list[Token]") -> Modifier:
    names = [str(token) for token in found]
    at = text.place(found[0].start_pos or 0)
    if names[:2] == ["on", "delete"]:
        return Modifier("on delete", " ".join(names[2:]), at)
    return Modifier(names[0], " ".join(names[1:]), at)
