"""Sums of an expression, taken apart: one moment or day, and the whole number beside it."""

from dataclasses import dataclass

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import type_of
from backstay.blueprint.model import Expression, Field

TIMES = ("date", "datetime", "now")


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an expression stands: its resource, and the blueprint around it."""

    blueprint: Blueprint
    resource: Resource

    def field(self, expression: Expression) -> Field:
        """The field that a `name` names."""
        return self.resource.field(str(expression.parts[0]))

    def kind(self, expression: Expression) -> str:
        """The type of an expression, as the language names it."""
        return type_of(expression, self.blueprint, self.resource)

    def places(self, expression: Expression) -> int:
        """The decimal places of the decimals in an expression; 0 without any."""
        if expression.op == "name":
            return self.field(expression).places or 0
        inner = [part for part in expression.parts if isinstance(part, Expression)]
        return max((self.places(part) for part in inner), default=0)


@dataclass(frozen=True, slots=True)
class Shifted:
    """A moment or day (a field, or now), and the signed whole numbers that are added to it."""

    base: Expression
    shifts: tuple[tuple[str, Expression], ...]


def shifted(scene: Scene, expression: Expression) -> Shifted:
    """Take `a + 3600 - b` apart; only one part of it can be a time."""
    if expression.op not in ("+", "-"):
        return Shifted(expression, ())
    left, right = pair(expression)
    if scene.kind(left) in TIMES:
        found = shifted(scene, left)
        return Shifted(found.base, (*found.shifts, (expression.op, right)))
    found = shifted(scene, right)
    return Shifted(found.base, (*found.shifts, ("+", left)))


def pair(expression: Expression) -> tuple[Expression, Expression]:
    """The two sides of a comparison, a sum, `and` or `or`."""
    left, right = expression.parts
    assert isinstance(left, Expression)
    assert isinstance(right, Expression)
    return left, right


def only(expression: Expression) -> Expression:
    """The one part of `not` or of a null test."""
    (part,) = expression.parts
    assert isinstance(part, Expression)
    return part


def is_time(kind: str) -> bool:
    """Whether values of that type are moments or days."""
    return kind in TIMES
