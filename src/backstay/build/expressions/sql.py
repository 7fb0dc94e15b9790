"""Expressions as SQL, once per database (contract.md section 4).

Null needs no care: both databases have the same three-valued logic, and a CHECK holds unless it
is false. Decimals are scaled integers on SQLite. Sums of times are written as differences:
PostgreSQL has no immutable `timestamptz + interval`, and an index needs one.
"""

from decimal import Decimal

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import bind
from backstay.blueprint.model import Expression
from backstay.build.expressions.leaves import Scene, is_time, only, pair, shifted
from backstay.build.sql.condition import Sql
from backstay.build.sql.identifiers import quoted

_LEVEL = {"or": 1, "and": 2, "not": 3}
_WORDS = {"is null": "IS NULL", "is not null": "IS NOT NULL", "!=": "<>"}


def sql_of(expression: Expression, blueprint: Blueprint, resource: Resource) -> Sql:
    """A condition over fields only, as each database spells it."""
    scene = Scene(blueprint, resource)
    tree = bind(expression, resource)
    return Sql(
        _Writer(scene, sqlite=False).condition(tree), _Writer(scene, sqlite=True).condition(tree)
    )


class _Writer:
    def __init__(self, scene: Scene, *, sqlite: bool) -> None:
        self._scene = scene
        self._sqlite = sqlite

    def condition(self, tree: Expression, outer: int = 0) -> str:
        op = tree.op
        if op in _LEVEL:
            level = _LEVEL[op]
            if op == "not":
                text = f"NOT {self.condition(only(tree), level)}"
            else:
                sides = (self.condition(side, level) for side in pair(tree))
                text = f" {op.upper()} ".join(sides)
            return f"({text})" if level < outer else text
        if op in ("is null", "is not null"):
            return f"{self._name(only(tree))} {_WORDS[op]}"
        if op == "name":
            return self._name(tree)
        if op in ("true", "false"):
            return op
        return self._comparison(tree)

    def _comparison(self, tree: Expression) -> str:
        left, right = pair(tree)
        op = _WORDS.get(tree.op, tree.op)
        if is_time(self._scene.kind(left)) and {left.op, right.op} & {"+", "-"}:
            return f"{self._difference(left, right)} {op} 0"
        places = self._scene.places(tree) if self._sqlite else 0
        return f"{self._value(left, places)} {op} {self._value(right, places)}"

    def _value(self, tree: Expression, places: int) -> str:
        op = tree.op
        if op == "name":
            scale = places - (self._scene.field(tree).places or 0)
            scaled = self._scene.kind(tree) == "whole" and scale
            return f"{self._name(tree)} * {10**scale}" if scaled else self._name(tree)
        if op == "number":
            number = tree.parts[0]
            assert isinstance(number, Decimal)
            return f"{number.scaleb(places):f}"
        if op == "string":
            return "'" + str(tree.parts[0]).replace("'", "''") + "'"
        if op in ("true", "false"):
            return op
        left, right = pair(tree)
        if op == "-" and is_time(self._scene.kind(left)) and is_time(self._scene.kind(right)):
            return self._whole_difference(left, right)
        second = self._value(right, places)
        if op == "-" and right.op in ("+", "-"):
            second = f"({second})"
        return f"{self._value(left, places)} {op} {second}"

    def _whole_difference(self, left: Expression, right: Expression) -> str:
        """Days between days; seconds between moments, rounded down."""
        span = self._difference(left, right)
        if self._scene.kind(left) == "date" or self._scene.kind(right) == "date":
            return span
        if not self._sqlite:
            return f"floor({span})"
        million = 1_000_000
        return f"(({span}) - ((({span}) % {million}) + {million}) % {million}) / {million}"

    def _difference(self, left: Expression, right: Expression) -> str:
        """Left minus right: days, or seconds on PostgreSQL and microseconds on SQLite."""
        one, other = shifted(self._scene, left), shifted(self._scene, right)
        days = "date" in (self._scene.kind(one.base), self._scene.kind(other.base))
        first, second = self._name(one.base), self._name(other.base)
        if days:
            text = (
                f"julianday({first}) - julianday({second})"
                if self._sqlite
                else f"{first} - {second}"
            )
            text = f"CAST({text} AS INTEGER)" if self._sqlite else f"({text})"
        elif self._sqlite:
            text = f"({_microseconds(first)}) - ({_microseconds(second)})"
        else:
            text = f"extract(epoch from ({first} - {second}))"
        unit = " * 1000000" if self._sqlite and not days else ""
        flipped = tuple(("-" if sign == "+" else "+", part) for sign, part in other.shifts)
        for sign, part in (*one.shifts, *flipped):
            text += f" {sign} ({self._value(part, 0)}){unit}"
        return text

    def _name(self, tree: Expression) -> str:
        return quoted(self._scene.field(tree).wire)


def _microseconds(name: str) -> str:
    """SQLite's strftime rounds fractions up, so they are cut off first and added again."""
    return f"strftime('%s', substr({name}, 1, 19)) * 1000000 + substr({name}, 21, 6)"
