"""The emitted OpenAPI document, read: operations, their bodies, their answers, their errors."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

JSON = "application/json"
METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True, slots=True)
class Told:
    """One operation as the code tells of it."""

    method: str
    path: str
    content: Mapping[str, Any]

    @property
    def id(self) -> str:
        """Its operationId."""
        return str(self.content.get("operationId", ""))

    @property
    def tag(self) -> str:
        """Its first tag."""
        return str(next(iter(self.content.get("tags", ())), "other"))

    @property
    def parameters(self) -> list[Mapping[str, Any]]:
        """What it takes in path, query and headers."""
        return list(self.content.get("parameters", ()))

    @property
    def body(self) -> Mapping[str, Any] | None:
        """The schema of what is sent; None where nothing is."""
        return _schema(self.content.get("requestBody", {}))

    @property
    def success(self) -> tuple[int, Mapping[str, Any] | None]:
        """The status of success, and the schema of its answer if it has a body."""
        status = min(int(one) for one in self.content["responses"] if one.startswith("2"))
        return status, _schema(self.content["responses"][str(status)])

    @property
    def errors(self) -> Iterator["Failure"]:
        """Every error that it declares, by status and code."""
        for status, answer in sorted(self.content["responses"].items()):
            examples = answer.get("content", {}).get(JSON, {}).get("examples", {})
            for code, one in sorted(examples.items()):
                yield Failure(int(status), code, one["summary"], one["description"])


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """One error: what programs and people read of it, and what to do about it."""

    status: int
    code: str
    message: str
    remedy: str


def told(document: Mapping[str, Any]) -> list[Told]:
    """Every operation, by path and method."""
    shared = document.get("components", {}).get("responses", {})
    return [
        Told(method.upper(), path, _whole(item[method], shared))
        for path, item in sorted(document.get("paths", {}).items())
        for method in METHODS
        if method in item
    ]


def _whole(operation: Mapping[str, Any], shared: Mapping[str, Any]) -> Mapping[str, Any]:
    """The operation with the answers that it only refers to."""
    answers = {
        status: shared[answer["$ref"].rpartition("/")[2]] if "$ref" in answer else answer
        for status, answer in operation["responses"].items()
    }
    return {**operation, "responses": answers}


def _schema(holder: Mapping[str, Any]) -> Mapping[str, Any] | None:
    found: Mapping[str, Any] | None = holder.get("content", {}).get(JSON, {}).get("schema")
    return found
