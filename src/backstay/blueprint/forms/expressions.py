"""Expressions as they are read: the tree, and the place of every part of it."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from backstay.blueprint.forms.grammar import parse
from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.model import Expression, Place
from backstay.blueprint.reading.nodes import Text

if TYPE_CHECKING:
    from lark import Token, Tree

Path: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Located:
    """An expression; `places` leads from the way to a part (which child of which) to its word."""

    expression: Expression
    places: Mapping[Path, Place]

    @property
    def at(self) -> Place:
        """The place of its first word."""
        return min(self.places.values())


def located(text: Text, tree: "Tree[Token] | Token") -> Located:
    """The expression below a parse tree of `text`."""
    places: dict[Path, Place] = {}
    return Located(_node(text, tree, (), places), places)


def condition(mistakes: Mistakes, text: Text, form: str = "condition") -> Located | None:
    """A scalar that is one expression; None after a mistake. `value` reads sums alone."""
    tree = parse(mistakes, form, text)
    return None if tree is None else located(text, tree.children[0])


def literal(value: str, at: Place) -> Located:
    """A text as if it stood in quotes."""
    return Located(Expression("string", (unicodedata.normalize("NFC", value),)), {(): at})


def _node(
    text: Text, tree: "Tree[Token] | Token", path: Path, places: dict[Path, Place]
) -> Expression:
    assert not isinstance(tree, str), "expressions are trees down to their leaves"
    tokens = [child for child in tree.children if isinstance(child, str)]
    places[path] = text.place(tokens[0].start_pos or 0)
    if tree.data == "leaf":
        return _leaf(tokens[0])
    below = (child for child in tree.children if not isinstance(child, str))
    parts = tuple(_node(text, child, (*path, i), places) for i, child in enumerate(below))
    op = {"is_null": "is null", "is_not_null": "is not null"}.get(str(tree.data), str(tokens[0]))
    return Expression(op, parts)


def _leaf(token: "Token") -> Expression:
    if token.type == "NUMBER":
        return Expression("number", (Decimal(token.replace("_", "")),))
    if token.type == "STRING":
        said = token[1:-1].replace("''", "'")
        return Expression("string", (unicodedata.normalize("NFC", said),))
    if token.type == "WORD":
        return Expression("name", (str(token),))
    return Expression(str(token))
