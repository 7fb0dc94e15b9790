"""One field in Python: how it is mapped, read from a request, and shown in an answer."""

import re
from decimal import Decimal

from backstay.blueprint.bounds import bounds
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import bind, nullable, show
from backstay.blueprint.model import Field
from backstay.build.naming.names import enum_name

_PLAIN = {
    "text": "str",
    "email": "str",
    "url": "str",
    "int": "int",
    "seconds": "int",
    "decimal": "Decimal",
    "bool": "bool",
    "date": "date",
    "datetime": "datetime",
    "uuid": "UUID",
    "ref": "UUID",
    "json": "Any",
}
_SENT = {
    "email": "Email",
    "url": "Url",
    "bool": "Flag",
    "date": "Day",
    "datetime": "Moment",
    "uuid": "UUID",
    "ref": "UUID",
    "json": "JsonValue",
}
_SHADOWED = ("bool", "date", "datetime", "int", "str")
"""Types that a field can be called like: a class body then knows them by another name."""


class Fields:
    """Writes the fields of one resource."""

    def __init__(self, blueprint: Blueprint, resource: Resource) -> None:
        self._blueprint = blueprint
        self._resource = resource
        named = {field.wire for field in resource.fields}
        self._shadowed = [kind for kind in _SHADOWED if kind in named]

    def apart(self, annotation: str) -> str:
        """The annotation, where no field of the same class hides a type from it: `date_`."""
        for kind in self._shadowed:
            annotation = re.sub(rf"\b{kind}\b", f"{kind}_", annotation)
        return annotation

    def shown(self, field: Field) -> str:
        """Its annotation in a row and in an answer."""
        kind = self.apart(self._kind(field))
        return f"{kind} | None" if field.optional or self.may_be_null(field) else kind

    def sent(self, field: Field) -> str:
        """Its annotation in a body."""
        kind = self.accepted(field)
        return f"{kind} | None" if field.optional else kind

    def accepted(self, field: Field) -> str:
        """What is accepted for it, null apart."""
        return self.apart(self._accepted(field))

    def _accepted(self, field: Field) -> str:
        if field.kind == "text":
            low, high = bounds(field)
            return f"Annotated[str, Length({low}, {high})]"
        if field.kind in ("int", "seconds"):
            low, high = bounds(field)
            return f"Annotated[int, Between({low}, {high})]"
        if field.kind == "decimal":
            return f"Annotated[Decimal, {self._exact(field)}]"
        return _SENT.get(field.kind) or self._kind(field)

    def asked(self, field: Field) -> str:
        """What a filter on it accepts, in a query string."""
        if field.kind == "text":
            return self.apart(f"Annotated[str, Length(0, {bounds(field)[1]})]")
        if field.kind in ("int", "seconds"):
            low, high = bounds(field)
            return self.apart(f"Annotated[int, Digits({low}, {high})]")
        return "Switch" if field.kind == "bool" else self.accepted(field)

    def default(self, field: Field) -> str:
        """Its constant default in Python; empty for none, `now` and `caller`."""
        default = field.default
        if default is None or default.op in ("now", "caller"):
            return ""
        if field.kind in ("enum", "role"):
            kind = enum_name(self._blueprint, self._resource, field)
            return f"{kind}.{show(default).upper()}"
        if field.kind == "decimal":
            amount = Decimal(show(default)).quantize(Decimal(1).scaleb(-(field.places or 0)))
            return f'Decimal("{amount}")'
        if default.op in ("true", "false"):
            return default.op.capitalize()
        if default.op == "string":
            text = str(bind(default, self._resource).parts[0])
            return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return show(default)

    def may_be_null(self, field: Field) -> bool:
        """Whether a computed field can come out as null."""
        if field.computed is None:
            return False
        return nullable(field.computed, self._resource)

    def _kind(self, field: Field) -> str:
        if field.kind in ("enum", "role"):
            return enum_name(self._blueprint, self._resource, field)
        return _PLAIN[field.kind]

    def _exact(self, field: Field) -> str:
        low = "" if field.low is None else f', low=Decimal("{field.low}")'
        high = "" if field.high is None else f', high=Decimal("{field.high}")'
        return f"Exact({field.digits}, {field.places}{low}{high})"
