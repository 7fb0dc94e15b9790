"""Questions about an expression: what it names, what it needs, whether it may be null."""

from collections.abc import Iterator, Mapping

from backstay.blueprint.contract import Resource
from backstay.blueprint.model import Expression, Field


def walk(expression: Expression) -> Iterator[Expression]:
    """The expression and all of its parts, itself first."""
    yield expression
    for part in expression.parts:
        if isinstance(part, Expression):
            yield from walk(part)


def bind(expression: Expression, resource: Resource) -> Expression:
    """The same expression with the values of enums as `string`; every `name` left is a field.

    A word beside an enum field is one of its values, even where a field has the same name.
    """
    return bound(expression, {field.name: field for field in resource.fields})


def bound(expression: Expression, fields: Mapping[str, Field]) -> Expression:
    """As `bind`, from the fields alone."""
    parts = tuple(
        bound(part, fields) if isinstance(part, Expression) else part for part in expression.parts
    )
    if expression.op not in ("=", "!="):
        return Expression(expression.op, parts)
    first, second = (part for part in expression.parts if isinstance(part, Expression))
    if is_enum(first, fields) and second.op == "name":
        return Expression(expression.op, (parts[0], Expression("string", second.parts)))
    if is_enum(second, fields) and first.op == "name":
        return Expression(expression.op, (Expression("string", first.parts), parts[1]))
    return Expression(expression.op, parts)


def is_enum(expression: Expression, fields: Mapping[str, Field]) -> bool:
    """Whether an expression is a field that holds one of several words."""
    if expression.op != "name":
        return False
    field = fields.get(str(expression.parts[0]))
    return field is not None and field.kind in ("enum", "role")


def names_in(expression: Expression, resource: Resource) -> tuple[str, ...]:
    """The fields that an expression speaks of, each once, in the order of their mention."""
    nodes = walk(bind(expression, resource))
    names = (str(node.parts[0]) for node in nodes if node.op == "name")
    return tuple(dict.fromkeys(names))


def depends_on_request(expression: Expression) -> bool:
    """Whether it speaks of `now` or `caller`: no CHECK, no index, no validator can hold it."""
    return any(node.op in ("now", "caller") for node in walk(expression))


def nullable(expression: Expression, resource: Resource) -> bool:
    """Whether an expression can come out as null (unknown, if it is a condition).

    Null tests never do; everything else may as soon as it speaks of an optional field.
    """
    if expression.op in ("is null", "is not null"):
        return False
    if expression.op == "null":
        return True
    if expression.op == "name":
        name = expression.parts[0]
        return any(field.name == name and field.optional for field in resource.fields)
    tree = bind(expression, resource) if expression.op in ("=", "!=") else expression
    return any(nullable(part, resource) for part in tree.parts if isinstance(part, Expression))
