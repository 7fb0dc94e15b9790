"""JSON Schemas of mappings: which keys stand where, from the same tables as the checks."""

from collections.abc import Mapping

from backstay.blueprint.schema import scalars
from backstay.blueprint.schema.scalars import Schema, either, name, text, whole, words
from backstay.blueprint.words import FLAGS, KEYS, OBJECTIVES, ON_DELETE

ANY_VALUE: Schema = {"type": ["string", "number", "boolean"]}
NUMBER = either({"type": "number"}, {"type": "string", "pattern": f"^{scalars.NUMBER}$"})


def section(where: str, properties: Mapping[str, Schema], needs: tuple[str, ...] = ()) -> Schema:
    """A mapping whose keys are exactly those of `words.KEYS`."""
    assert set(properties) == set(KEYS[where]), f"the schema of {where} has its own keys"
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(needs),
        "additionalProperties": False,
        "minProperties": 1,
    }


def named(pattern: str, values: Schema, description: str) -> Schema:
    """A mapping from names to values."""
    return {
        "type": "object",
        "propertyNames": name(pattern),
        "additionalProperties": values,
        "minProperties": 1,
        "description": description,
    }


def long_type() -> Schema:
    """A field type as a mapping."""
    flags: dict[str, Schema] = {flag: {"type": "boolean"} for flag in FLAGS}
    schema = section(
        "a field",
        {
            "type": {"type": "string", "pattern": f"^{scalars.WORD}$"},
            "digits": whole(1, 18, "all digits of a decimal"),
            "places": whole(0, 18, "digits after the point"),
            "min": NUMBER,
            "max": NUMBER,
            "values": {**words("the values of an enum"), "minItems": 2},
            "default": ANY_VALUE,
            "computed": text("an expression over stored fields"),
            "write": text("the role that may send it, beside admin"),
            "was": text("the old name"),
            "on_delete": {"enum": list(ON_DELETE)},
            **flags,
        },
        ("type",),
    )
    enum = {"properties": {"type": {"const": "enum"}}}
    return {**schema, "if": enum, "then": {"required": ["values"]}}


def page() -> Schema:
    """Paging, compact or long."""
    sizes = {key: whole(1, 1000, f"{key} size of a page") for key in ("default", "max")}
    mode: Schema = {"enum": ["numbered", "cursor"]}
    return either(scalars.PAGE, section("a page", {"mode": mode, **sizes}))


def objective(*, of_all: bool) -> Schema:
    """An objective, compact or long."""
    time = dict.fromkeys(("p50", "p95", "p99"), scalars.SPAN)
    percent = scalars.form(scalars.PERCENT, "a percentage", "0.1%")
    if of_all:
        rate = scalars.form(r"[0-9_]+ rps", "requests a second", "100 rps")
        keys = {**time, "errors": percent, "availability": percent, "at": rate}
        return either(scalars.MIX, section("the objective of all", keys))
    keys = {**time, "errors": percent, "class": {"enum": ["simple", "complex"]}}
    return either(scalars.OBJECTIVE, section("an objective", keys))


def limits() -> Schema:
    """Limits, compact or long."""
    requests = scalars.form(r"[0-9_]+ per (second|minute|hour)", "requests", "600 per minute")
    body = scalars.form(scalars.SIZE, "greatest body", "1MB")
    return either(scalars.LIMITS, section("limits", {"requests": requests, "body": body}))


def rule() -> Schema:
    """A rule, compact, or uniqueness as a mapping."""
    keys = {"unique": words("fields"), "when": text("a condition")}
    return either(scalars.RULE, section("a rule", keys, ("unique",)))


def action() -> Schema:
    """An action, compact or long."""
    sets = named(scalars.SNAKE, ANY_VALUE, "what is set")
    keys = {"set": sets, "when": text("a condition")}
    return either(scalars.ACTION, section("an action", keys, ("set",)))


def cache() -> Schema:
    """How long reads are kept."""
    return either(scalars.SPAN, section("a cache", {"list": scalars.SPAN, "read": scalars.SPAN}))


def of_operations(actions: str = scalars.SNAKE) -> Schema:
    """Objectives of single operations."""
    hint = f"{', '.join(OBJECTIVES)} or an action"
    return named(actions, objective(of_all=False), hint)
