"""Field types, compact and long."""

from collections.abc import Iterator

from backstay.blueprint.expressions.show import SUM, number, show
from backstay.blueprint.forms.field_types import said_type
from backstay.blueprint.forms.said import Modifier, TypeSaid
from backstay.blueprint.mistakes import Mistakes
from backstay.blueprint.printing.yaml import content, mapping, scalar, sequence
from backstay.blueprint.reading.nodes import Node
from backstay.blueprint.words import FLAGS

ORDER = (*FLAGS, "computed", "write", "on delete", "was")


def compact_type(node: Node) -> str:
    """A valid type on one line."""
    return type_text(_said(node))


def long_type(node: Node) -> str:
    """A valid type as a mapping."""
    return mapping(_pairs(_said(node)))


def _said(node: Node) -> TypeSaid:
    said = said_type(Mistakes(), node)
    assert said, "only valid contracts are printed"
    return said


def type_text(said: TypeSaid) -> str:
    """The compact form; modifiers stand in one order, numbers are grouped."""
    text = " | ".join(value.text for value in said.values) or said.kind.text
    if said.number:
        text += f" {said.number.text}"
    if said.low is not None or said.high is not None:
        text += f" {_end(said.low)}..{_end(said.high)}"
    if said.value:
        text += f" = {show(said.value.expression, SUM)}"
    return ", ".join([text, *(_modifier(modifier) for modifier in _sorted(said))])


def _end(value: object) -> str:
    return "" if value is None else number(value)


def _sorted(said: TypeSaid) -> list[Modifier]:
    return sorted(said.modifiers, key=lambda modifier: ORDER.index(modifier.name))


def _modifier(modifier: Modifier) -> str:
    return f"{modifier.name} {modifier.argument}".strip()


def _pairs(said: TypeSaid) -> Iterator[tuple[str, str]]:
    yield "type", "enum" if said.values else said.kind.text
    if said.values:
        yield "values", sequence(value.text for value in said.values)
    if said.number:
        digits, _, places = said.number.text.partition(".")
        yield "digits", digits
        yield "places", places
    for key, end in (("min", said.low), ("max", said.high)):
        if end is not None:
            yield key, number(end)
    computed = any(modifier.name == "computed" for modifier in said.modifiers)
    if said.value and computed:
        yield "computed", scalar(show(said.value.expression), flow=True)
    elif said.value:
        yield "default", _default(said)
    for modifier in _sorted(said):
        if modifier.name != "computed":
            value = modifier.argument or "true"
            yield modifier.name.replace(" ", "_"), value


def _default(said: TypeSaid) -> str:
    expression = said.value.expression if said.value else None
    assert expression, "asked of types with a value"
    if said.kind.text == "text" and expression.op == "string":
        return content(str(expression.parts[0]))
    return scalar(show(expression, SUM), flow=True)
