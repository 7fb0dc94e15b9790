"""Expressions as Python, over a row that may hold None (contract.md section 4).

Three-valued logic becomes two questions that Python can answer: is it true, and is it not false.
"""

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import bind, names_in
from backstay.blueprint.model import Expression, Field
from backstay.build.expressions.leaves import Scene, only, pair
from backstay.build.expressions.tidy import tidied
from backstay.build.expressions.values import Values
from backstay.build.naming.names import enum_name

_OR, _AND, _NOT = 1, 2, 3


class Conditions:
    """Writes the conditions of one resource; `row` is the variable that holds its row."""

    def __init__(self, blueprint: Blueprint, resource: Resource, row: str) -> None:
        self._scene = Scene(blueprint, resource)
        self._values = Values(self._scene, row)
        self._row = row

    def true(self, expression: Expression) -> str:
        """Python that is True exactly when the condition is true (a `when` holds only then)."""
        return self._ask(self._tree(expression), frozenset(), truth=True)

    def not_false(self, expression: Expression) -> str:
        """Python that is True unless the condition is false (a rule holds unless it is)."""
        return self._ask(self._tree(expression), frozenset(), truth=False)

    def value(self, expression: Expression, field: Field) -> str:
        """Python for the value of a field; what it adds up must be known not to be None."""
        return self._values.given(bind(expression, self._scene.resource), field)

    def optional(self, expression: Expression) -> list[str]:
        """The fields of an expression that may be None, by their names in the row."""
        fields = (self._scene.resource.field(name) for name in self._names(expression))
        return [field.wire for field in fields if field.optional]

    def _tree(self, expression: Expression) -> Expression:
        return tidied(bind(expression, self._scene.resource))

    def _names(self, expression: Expression) -> tuple[str, ...]:
        return names_in(expression, self._scene.resource)

    def _ask(self, tree: Expression, known: frozenset[str], *, truth: bool, outer: int = 0) -> str:
        op = tree.op
        if op == "not":
            inner = self._ask(only(tree), known, truth=not truth, outer=_NOT)
            return f"not {inner}"
        if op in ("and", "or"):
            level = _AND if op == "and" else _OR
            left, right = pair(tree)
            one = self._ask(left, known, truth=truth, outer=level)
            other = self._ask(right, known | self._settled(left, op), truth=truth, outer=level)
            text = f"{one} {op} {other}"
            return f"({text})" if level < outer else text
        if op in ("is null", "is not null"):
            return f"{self._values.of(only(tree))} {'is' if op == 'is null' else 'is not'} None"
        return self._guarded(tree, known, truth=truth, outer=outer)

    def _guarded(self, tree: Expression, known: frozenset[str], *, truth: bool, outer: int) -> str:
        """A comparison or bool field, with the answer for null in front."""
        text = self._test(tree)
        open_names = [name for name in self.optional(tree) if name not in known]
        guards = [f"{self._row}.{name} is {'not ' if truth else ''}None" for name in open_names]
        if not guards:
            return f"({text})" if outer == _NOT and tree.op != "name" else text
        level = _AND if truth else _OR
        joined = (" and " if truth else " or ").join([*guards, text])
        return f"({joined})" if level < outer else joined

    def _test(self, tree: Expression) -> str:
        if tree.op == "name":
            return self._values.of(tree)
        if tree.op in ("true", "false"):
            return tree.op.capitalize()
        left, right = pair(tree)
        op = "==" if tree.op == "=" else tree.op
        for field, value in ((left, right), (right, left)):
            if value.op == "string" and field.op == "name" and self._scene.kind(field) == "enum":
                return f"{self._values.of(field)} {op} {self._member(field, value)}"
        day = "date" in (self._scene.kind(left), self._scene.kind(right))
        sides = (self._values.of(side, day=day) for side in (left, right))
        return f" {op} ".join(sides)

    def _member(self, field: Expression, value: Expression) -> str:
        kind = enum_name(self._scene.blueprint, self._scene.resource, self._scene.field(field))
        return f"{kind}.{str(value.parts[0]).upper()}"

    def _settled(self, left: Expression, op: str) -> frozenset[str]:
        """Fields that are not None once the left side did not decide: `x is null or ...`."""
        wanted = "is null" if op == "or" else "is not null"
        if left.op == wanted:
            return frozenset({self._scene.field(only(left)).wire})
        if left.op == op:
            one, other = pair(left)
            return self._settled(one, op) | self._settled(other, op)
        return frozenset()
