"""Operation: one method on one path, as the subject's OpenAPI document tells it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_METHODS = ("get", "post", "put", "patch", "delete")
Schema = Mapping[str, Any]
SUCCESS = 200
"""The status of success where a document names none."""


@dataclass(frozen=True, slots=True)
class Operation:
    """What can be sent to it; `body` is the schema of its JSON object, None where it takes none.

    `success` is the status of the answer when all is well; `secured` whether it needs a caller;
    `shown` are the fields of the thing that a good answer shows.
    """

    id: str
    method: str
    template: str
    secured: bool
    success: int
    query: Mapping[str, Schema]
    body: Schema | None
    shown: frozenset[str] = frozenset()

    @property
    def reads(self) -> bool:
        """Whether it changes nothing."""
        return self.method == "GET"

    @property
    def lists(self) -> bool:
        """Whether it answers pages."""
        return "limit" in self.query


def _is_success(code: str) -> bool:
    return code.isdigit() and code.startswith("2")


class Document:
    """An OpenAPI document with its references resolved where they are met."""

    def __init__(self, document: Schema) -> None:
        self._document = document

    def operations(self) -> list[Operation]:
        """Every operation, in the document's order."""
        return list(self._operations())

    def resolved(self, schema: Schema) -> Schema:
        """The schema behind a reference; of a choice the first, of several parts all together."""
        while True:
            choices = schema.get("anyOf") or schema.get("oneOf")
            if "$ref" in schema:
                schema = self._at(str(schema["$ref"]))
            elif choices:
                schema = next((one for one in choices if one.get("type") != "null"), {})
            elif "allOf" in schema:
                schema = self._whole(schema)
            else:
                return schema

    def schema(self, name: str) -> Schema:
        """A component by name; KeyError when there is none."""
        found: Schema = self._document["components"]["schemas"][name]
        return found

    def _operations(self) -> Iterator[Operation]:
        for template, item in self._document["paths"].items():
            for method in _METHODS:
                if method in item:
                    yield self._operation(template, method, item[method])

    def _operation(self, template: str, method: str, said: Schema) -> Operation:
        parameters = said.get("parameters", ())
        content = said.get("requestBody", {}).get("content", {}).get("application/json")
        return Operation(
            id=str(said.get("operationId", f"{method} {template}")),
            method=method.upper(),
            template=template,
            secured=bool(said.get("security", self._document.get("security"))),
            success=min(map(int, filter(_is_success, said["responses"])), default=SUCCESS),
            query={one["name"]: one["schema"] for one in parameters if one["in"] == "query"},
            body=self.resolved(content["schema"]) if content else None,
            shown=self._shown(said["responses"]),
        )

    def _shown(self, responses: Schema) -> frozenset[str]:
        found = sorted(responses.items())
        good: Schema = next((said for code, said in found if code.startswith("2")), {})
        schema = good.get("content", {}).get("application/json", {}).get("schema", {})
        data = self.resolved(schema).get("properties", {}).get("data", {})
        return frozenset(self.resolved(data).get("properties", {}))

    def _whole(self, schema: Schema) -> Schema:
        """The parts of a schema as one."""
        rest = {name: value for name, value in schema.items() if name != "allOf"}
        parts = [self.resolved(one) for one in (*schema["allOf"], rest)]
        whole = {name: value for part in parts for name, value in part.items()}
        fields = {name: one for part in parts for name, one in part.get("properties", {}).items()}
        needed = [name for part in parts for name in part.get("required", ())]
        return {**whole, **({"properties": fields, "required": needed} if fields else {})}

    def _at(self, reference: str) -> Schema:
        found: Schema = self._document
        for part in reference.removeprefix("#/").split("/"):
            found = found[part]
        return found
