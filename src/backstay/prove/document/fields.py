"""Fields in a document: how each of them must stand in bodies and in answers."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from backstay.blueprint.bounds import bounds
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.expressions import nullable
from backstay.blueprint.model import Field
from backstay.blueprint.samples.makers import is_guarded, needed_fields
from backstay.prove.document.openapi import OpenApi, Schema, is_nullable

TYPES = {
    "text": "string",
    "email": "string",
    "url": "string",
    "uuid": "string",
    "ref": "string",
    "date": "string",
    "datetime": "string",
    "decimal": "string",
    "enum": "string",
    "role": "string",
    "int": "integer",
    "seconds": "integer",
    "bool": "boolean",
}
FORMATS = {"uuid": "uuid", "ref": "uuid", "date": "date", "datetime": "date-time"}


class Shapes:
    """The fields of one resource in one document."""

    def __init__(self, blueprint: Blueprint, resource: Resource, document: OpenApi) -> None:
        self.blueprint = blueprint
        self.resource = resource
        self.document = document

    def in_body(self, field: Field, kind: str, schema: Schema) -> Iterator[str]:
        """What is wrong with a field in the body of `create`, `replace` or `update`."""
        there = field.wire in schema.get("properties", {})
        wanted = self._sent(field, kind)
        if there != wanted:
            yield f"{field.wire} is {'' if there else 'not '}in the body of {kind}"
        if not there or not wanted:
            return
        needed = field.wire in schema.get("required", ())
        if needed != self._needed(field, kind):
            yield f"{field.wire} is {'' if needed else 'not '}required in {kind}"
        said = schema["properties"][field.wire]
        if is_nullable(said) != field.optional:
            yield f"{field.wire} takes {'' if is_nullable(said) else 'no '}null in {kind}"
        yield from (f"{kind}: {why}" for why in self.shape(field, said, bounded=True))

    def in_answer(self, field: Field, schema: Schema) -> Iterator[str]:
        """What is wrong with a field in what an answer shows."""
        if field.wire not in schema.get("properties", {}):
            yield f"{field.wire} is not in the answer"
            return
        if field.wire not in schema.get("required", ()):
            yield f"{field.wire} may be missing from the answer"
        said = schema["properties"][field.wire]
        null = field.optional
        if field.computed is not None:
            null = nullable(field.computed, self.resource)
        if is_nullable(said) != null:
            yield f"{field.wire} may {'' if is_nullable(said) else 'not '}be null in the answer"
        yield from (f"answer: {why}" for why in self.shape(field, said, bounded=False))

    def shape(self, field: Field, schema: Any, *, bounded: bool) -> Iterator[str]:
        """What is wrong with the type of a field, and with its bounds where it is sent."""
        found = self.document.followed(schema)
        kind = TYPES.get(field.kind)
        if kind is not None and found.get("type") != kind:
            yield f"{field.wire} is {found.get('type')}, not {kind}"
        wanted: dict[str, Any] = {}
        if field.kind in FORMATS:
            wanted["format"] = FORMATS[field.kind]
        if field.kind in ("enum", "role"):
            values = set(found.get("enum", ()))
            if values != set(field.values or self.blueprint.roles):
                yield f"{field.wire} is one of {sorted(values)}"
        if bounded and field.kind == "text":
            low, high = bounds(field)
            wanted |= {"minLength": low, "maxLength": high}
        if bounded and field.kind in ("int", "seconds"):
            low, high = bounds(field)
            wanted |= {"minimum": low, "maximum": high}
        for name, value in wanted.items():
            got = found.get(name, 0 if name == "minLength" else None)
            if got is None or (got != value and Decimal(str(got)) != value):
                yield f"{field.wire} has {name} {got}, not {value}"

    def _sent(self, field: Field, kind: str) -> bool:
        if field.computed is not None or field.name == self.resource.parent_field:
            return False
        return kind == "create" or not field.fixed

    def _needed(self, field: Field, kind: str) -> bool:
        if kind == "create":
            return field in needed_fields(self.resource)
        return kind == "replace" and not is_guarded(field)
