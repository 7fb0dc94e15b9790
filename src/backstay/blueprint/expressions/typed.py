"""The type of an expression, or what in it does not fit (contract.md section 4)."""

from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions.joins import joined
from backstay.blueprint.expressions.scene import Path, Scene, type_of_field
from backstay.blueprint.expressions.show import COMPARISONS, show
from backstay.blueprint.expressions.tree import is_enum
from backstay.blueprint.model import Expression
from backstay.blueprint.words import KEPT

LITERALS = {"string": "text", "true": "bool", "false": "bool", "now": "now", "caller": "caller"}


def type_of(expression: Expression, blueprint: Blueprint, resource: Resource) -> str:
    """The type of an expression of a checked contract.

    Returns:
        whole, decimal, text, bool, date, datetime, uuid, enum, `reference to X`, `caller`, or
        `now` where nothing says yet whether a date or a datetime is meant.

    Raises:
        ValueError: the expression does not fit together; the message says where.
    """
    fields = {field.name: field for field in resource.fields}
    scene = Scene(resource.name, fields, blueprint.login.name, blueprint.roles)
    found = infer(scene, expression)
    if found is None or scene.misfits:
        raise ValueError("; ".join(misfit.message for misfit in scene.misfits))
    return found


def infer(scene: Scene, expression: Expression, path: Path = ()) -> str | None:
    """The type of one part; None after a misfit, or where an unread field is named."""
    op = expression.op
    if op == "name":
        return _field(scene, str(expression.parts[0]), path)
    if op in ("and", "or", "not"):
        return _logic(scene, expression, path)
    if op in ("is null", "is not null"):
        return _null_test(scene, expression, path)
    if op == "number" or not expression.parts or op in LITERALS:
        return _literal(scene, expression, path)
    return _pair(scene, expression, path)


def _literal(scene: Scene, expression: Expression, path: Path) -> str | None:
    op = expression.op
    if op == "null":
        scene.wrong(path, "BS602", "`null` follows `is` or `is not`", hint="NAME is null")
        return None
    if op in ("now", "caller") and scene.refuses:
        message = f"`{op}` cannot stand in {scene.refuses}: it would change without a write"
        scene.wrong(path, "BS604", message)
        return None
    if op == "number":
        return "whole" if show(expression).partition(".")[2].strip("0") == "" else "decimal"
    return LITERALS[op]


def _field(scene: Scene, name: str, path: Path) -> str | None:
    field = scene.fields.get(name)
    if field is None:
        if name not in scene.unread:
            message = f"{scene.resource} has no field `{name}`"
            hint = "expressions speak of stored fields, not of id and times" * (name in KEPT)
            scene.wrong(path, "BS601", message, word=name, allowed=tuple(scene.fields), hint=hint)
        return None
    if field.computed or field.kind == "json":
        what = "computed" if field.computed else "json"
        scene.wrong(path, "BS606", f"`{name}` is {what}: no expression can use it")
        return None
    return type_of_field(field)


def _logic(scene: Scene, expression: Expression, path: Path) -> str | None:
    for index, part in enumerate(expression.parts):
        assert isinstance(part, Expression), "logic joins expressions"
        found = infer(scene, part, (*path, index))
        if found not in (None, "bool"):
            message = f"`{expression.op}` joins comparisons and bool fields; this is {found}"
            scene.wrong((*path, index), "BS602", message)
    return "bool"


def _null_test(scene: Scene, expression: Expression, path: Path) -> str | None:
    (part,) = expression.parts
    assert isinstance(part, Expression), "a null test holds an expression"
    if part.op != "name":
        scene.wrong(path, "BS602", f"`{expression.op}` follows a field", hint="NAME is null")
        return "bool"
    name = str(part.parts[0])
    field = scene.fields.get(name)
    if _field(scene, name, (*path, 0)) and field and not field.optional:
        message = f"`{name}` is never null: it is not optional"
        scene.wrong((*path, 0), "BS605", message)
    return "bool"


def _pair(scene: Scene, expression: Expression, path: Path) -> str | None:
    left, right = (part for part in expression.parts if isinstance(part, Expression))
    if expression.op in ("=", "!="):
        for index, (one, other) in enumerate(((left, right), (right, left))):
            if is_enum(one, scene.fields) and other.op == "name":
                _enum_value(scene, one, other, (*path, 1 - index))
                return "bool"
    elif is_enum(left, scene.fields) or is_enum(right, scene.fields):
        message = f"`{show(expression)}`: an enum is equal to a value or not, and no more"
        scene.wrong(path, "BS602", message, hint="values of an enum have no order")
        return None
    if any(side.op == "name" and str(side.parts[0]) in scene.unread for side in (left, right)):
        return None  # it may be an enum, so even the word beside it is not known
    types = infer(scene, left, (*path, 0)), infer(scene, right, (*path, 1))
    if types[0] is None or types[1] is None:
        return "bool" if expression.op in COMPARISONS else None
    found = joined(expression.op, types[0], types[1], scene.login)
    if found is None:
        hint = "enum values stand without quotes" if set(types) == {"enum", "text"} else ""
        message = f"`{show(expression)}`: {types[0]} {expression.op} {types[1]} does not fit"
        scene.wrong(path, "BS602", message, hint=hint)
    return found


def _enum_value(scene: Scene, field: Expression, value: Expression, path: Path) -> None:
    name, word = str(field.parts[0]), str(value.parts[0])
    values = scene.values(scene.fields[name])
    if word not in values:
        message = f"`{word}` is no value of {name}"
        scene.wrong(path, "BS404", message, word=word, allowed=values)
