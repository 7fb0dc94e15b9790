"""The values in an expression as Python: fields, literals, sums."""

from decimal import Decimal

from backstay.blueprint.model import Expression, Field
from backstay.blueprint.samples.values import exact
from backstay.build.expressions.leaves import Scene, is_time, pair


class Values:
    """Writes values of one resource; `row` is the variable that holds its row."""

    def __init__(self, scene: Scene, row: str) -> None:
        self._scene = scene
        self._row = row

    def of(self, tree: Expression, *, day: bool = False) -> str:
        """One value; `day` where a plain `now` means the day."""
        op = tree.op
        if op == "name":
            return f"{self._row}.{self._scene.field(tree).wire}"
        if op == "now":
            return "now.date()" if day else "now"
        if op == "caller":
            return "caller.user_id"
        if op in ("+", "-"):
            return self._sum(tree, day=day)
        return _literal(tree)

    def given(self, tree: Expression, field: Field) -> str:
        """A value as its field holds it: a day for a date, all the places of a decimal."""
        text = self.of(tree, day=field.kind == "date")
        if field.kind != "decimal":
            return text
        if tree.op == "number":
            return f'Decimal("{exact(field, tree.parts[0])}")'
        is_whole = self._scene.kind(tree) == "whole"
        return f'{text} + Decimal("{exact(field, 0)}")' if is_whole else text

    def _sum(self, tree: Expression, *, day: bool) -> str:
        left, right = pair(tree)
        kinds = self._scene.kind(left), self._scene.kind(right)
        day = day or "date" in kinds
        one, other = self.of(left, day=day), self.of(right, day=day)
        if is_time(kinds[0]) != is_time(kinds[1]):
            unit = "days" if day else "seconds"
            moment, amount = (one, other) if is_time(kinds[0]) else (other, one)
            return f"{moment} {tree.op} timedelta({unit}={amount})"
        if right.op in ("+", "-"):
            other = f"({other})"
        span = f"{one} {tree.op} {other}"
        if is_time(kinds[0]):
            return f"({span}).days" if day else f"whole_seconds({span})"
        return span


def _literal(tree: Expression) -> str:
    if tree.op == "string":
        return _text(str(tree.parts[0]))
    if tree.op == "number":
        return _number(tree.parts[0])
    return "None" if tree.op == "null" else tree.op.capitalize()


def _text(text: str) -> str:
    """A Python literal with double quotes, as the formatter would have it."""
    literal = repr(text)
    if literal.startswith("'") and '"' not in text:
        return f'"{literal[1:-1]}"'.replace("\\'", "'")
    return literal


def _number(number: object) -> str:
    assert isinstance(number, Decimal)
    whole = number == number.to_integral_value()
    return str(int(number)) if whole else f'Decimal("{number}")'
