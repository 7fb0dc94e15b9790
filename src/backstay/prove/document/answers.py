"""Fits: whether answers are as the document declares them."""

import re
from typing import Any

import jsonschema_rs

from backstay.prove.document.openapi import OpenApi, Schema
from backstay.prove.evidence.exchange import Exchange

EMPTY = (204, 304)
UNDECLARED = "is not declared"
BINDS = re.compile(r"\{[^}]*\}")


class Fits:
    """Whether answers fit the document that the subject itself gives."""

    def __init__(self, document: OpenApi) -> None:
        self.document = document
        self.paths = [
            (method, re.compile(f"{BINDS.sub('[^/]+', path)}$"), content)
            for method, path, content in document.operations()
        ]
        self.validators: dict[str, Any] = {}

    def wrong(self, exchange: Exchange) -> str:
        """What does not fit; empty where all does, or where the document has no such operation."""
        found = self._operation(exchange)
        if found is None:
            return ""
        name, content = found
        said = self.misfit(name, content, exchange)
        return f"{said} by {name}" if said == UNDECLARED else said

    def misfit(self, name: str, content: Schema, exchange: Exchange) -> str:
        """What does not fit an operation; empty where all does.

        Args: name, of the operation, no two the same; content, what is said of it; exchange.
        """
        declared = declared_of(content, exchange.status)
        if declared is None:
            return UNDECLARED if exchange.status not in EMPTY else ""
        said = self.document.followed(declared).get("content", {})
        schema = said.get("application/json", {}).get("schema")
        if said and schema is None:
            return ""  # another media type, of which a schema says nothing
        if exchange.status in EMPTY or schema is None:
            return "has a body, and none is declared" if exchange.body else ""
        errors = self._validator(f"{name} {exchange.status}", schema).iter_errors(exchange.json)
        first = next(iter(errors), None)
        return "" if first is None else f"does not fit its schema: {first.message}"

    def _operation(self, exchange: Exchange) -> tuple[str, Schema] | None:
        path = exchange.path.partition("?")[0]
        for method, pattern, content in self.paths:
            if method == exchange.method and pattern.match(path):
                return str(content.get("operationId")), content
        return None

    def _validator(self, name: str, schema: Schema) -> Any:
        if name not in self.validators:
            whole = {**schema, "components": self.document.content.get("components", {})}
            self.validators[name] = jsonschema_rs.validator_for(whole, validate_formats=True)
        return self.validators[name]


def declared_of(content: Schema, status: int) -> Schema | None:
    """What an operation declares of a status: by itself, by its class as `4XX`, or by default."""
    responses = content.get("responses", {})
    for key in (str(status), f"{status // 100}XX", f"{status // 100}xx", "default"):
        if key in responses:
            found: Schema = responses[key]
            return found
    return None
