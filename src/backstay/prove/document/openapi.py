"""OpenApi: a document with its references followed."""

from collections.abc import Iterator, Mapping
from typing import Any

METHODS = ("get", "put", "post", "delete", "patch", "options", "head", "trace")
Schema = Mapping[str, Any]


class OpenApi:
    """A running subject's own document."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.content = content

    def operations(self) -> Iterator[tuple[str, str, Schema]]:
        """Method, path and content of every operation."""
        for path, item in self.content.get("paths", {}).items():
            for method in METHODS:
                if method in item:
                    yield method.upper(), path, item[method]

    def operation(self, operation_id: str) -> Schema:
        """The operation of that id; empty when there is none."""
        found = (one for _, _, one in self.operations() if one.get("operationId") == operation_id)
        return next(found, {})

    def followed(self, schema: Any) -> Schema:
        """A schema behind its reference; of a choice with null, the other."""
        while isinstance(schema, Mapping):
            if "$ref" in schema:
                schema = self._at(schema["$ref"]) | {
                    name: value for name, value in schema.items() if name != "$ref"
                }
            elif "anyOf" in schema:
                choices = [one for one in schema["anyOf"] if one != {"type": "null"}]
                if len(choices) != 1:
                    return schema
                schema = choices[0]
            else:
                return schema
        return {}

    def body(self, operation_id: str) -> Schema:
        """The schema of what an operation takes; empty where it takes nothing."""
        content = self.operation(operation_id).get("requestBody", {}).get("content", {})
        return self.followed(content.get("application/json", {}).get("schema", {}))

    def row(self, operation_id: str, status: int) -> Schema:
        """The schema of the row that an operation shows, one or each of many."""
        answer = self.operation(operation_id).get("responses", {}).get(str(status), {})
        content = answer.get("content", {}).get("application/json", {})
        data = self.followed(
            self.followed(content.get("schema", {})).get("properties", {}).get("data")
        )
        return self.followed(data["items"]) if data.get("type") == "array" else data

    def parameters(self, operation_id: str, where: str) -> set[str]:
        """The names of an operation's parameters in that place, `query`, `path` or `header`."""
        given = self.operation(operation_id).get("parameters", [])
        return {one["name"] for one in given if one.get("in") == where}

    def _at(self, reference: str) -> dict[str, Any]:
        found: Any = self.content
        for part in reference.removeprefix("#/").split("/"):
            found = found[part]
        return dict(found)


def is_nullable(schema: Any) -> bool:
    """Whether a schema takes null."""
    if not isinstance(schema, Mapping):
        return False
    kind = schema.get("type")
    return {"type": "null"} in schema.get("anyOf", ()) or (
        isinstance(kind, list) and "null" in kind
    )
