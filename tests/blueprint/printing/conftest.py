"""What a form says without its places, so that two writings of it can be compared."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from backstay.blueprint.forms.expressions import Located
from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.model import Place
from backstay.blueprint.reading.compose import compose
from backstay.blueprint.reading.nodes import Node, Span, Text, Word

Printer = Callable[[Node], str]


def text(value: str) -> Text:
    return Text(value, Place(1, 1), Span(0, len(value)), value)


def bare(value: Any) -> Any:
    if isinstance(value, Word):
        return value.text
    if isinstance(value, Located):
        return value.expression
    if isinstance(value, list | tuple):
        return [bare(part) for part in value]
    if is_dataclass(value):
        return {field.name: bare(getattr(value, field.name)) for field in fields(value)}
    return value


@pytest.fixture(scope="session")
def said():
    """What a reader makes of a node, without places; the node must be right."""

    def read(reader: Callable[[Mistakes, Node], Any], node: Node) -> Any:
        mistakes = Mistakes()
        found = bare(reader(mistakes, node))
        assert not mistakes.listed(), (node, mistakes.listed())
        return found

    return read


@pytest.fixture(scope="session")
def holds(said):
    """Checks that a form, compact and long, is read back as it was meant, and is then stable."""

    def check(
        written: str,
        reader: Callable[[Mistakes, Node], Any],
        compact: Printer,
        long: Printer | None = None,
        order: Callable[[Any], Any] = lambda found: found,
    ) -> None:
        meant = order(said(reader, text(written)))
        printed = text(compact(text(written)))
        assert order(said(reader, printed)) == meant
        assert compact(printed) == printed.value
        if long:
            node = compose(long(printed), Mistakes())
            assert node
            assert order(said(reader, node)) == meant

    return check
