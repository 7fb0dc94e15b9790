"""FeatureReturn: what a specialist says that it did (R-216); a claim until the tree agrees."""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

_ROUTE = re.compile(r"^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+(/\S*)$", re.IGNORECASE)
_COLON = re.compile(r":([A-Za-z_]\w*)")


class Part(BaseModel):
    """A part of a return: unknown keys are refused, so that nothing is claimed unseen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class RouteMade(Part):
    """A method on a path, `:id` or `{id}` (C-16)."""

    method: str
    path: str
    operation_id: str = ""

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


def _route(value: Any) -> Any:
    """`POST /api/tasks/:id` as a route."""
    if isinstance(value, str):
        found = _ROUTE.match(value.strip())
        if found is None:
            raise ValueError("a route is a method and a path, like `POST /api/v1/tasks`")
        value = {"method": found[1], "path": found[2]}
    if isinstance(value, dict) and isinstance(value.get("path"), str):
        method = str(value.get("method", "")).upper()
        return {**value, "method": method, "path": _COLON.sub(r"{\1}", value["path"])}
    return value


def _named(value: Any) -> Any:
    """A model by its name alone."""
    return {"name": value} if isinstance(value, str) else value


class ModelMade(Part):
    """A stored model and its fields."""

    name: str
    fields: tuple[str, ...] = ()


class Database(Part):
    """Which database; the host is redacted unless somebody asked for it (C-56)."""

    name: str
    engine: str = ""
    host: str = "redacted"


class Tests(Part):
    """Counts of the project's own tests, and percent of line and branch covered, the lower one."""

    passed: int = Field(default=0, ge=0)
    failed: int = Field(default=0, ge=0)
    coverage: float | None = Field(default=None, ge=0, le=100)


class Performance(Part):
    """The worst operation's p95 in milliseconds, and where it was measured."""

    p95_ms: float | None = Field(default=None, ge=0)
    rps: float | None = Field(default=None, ge=0)
    environment: str = ""


class Checks(Part):
    """What `backstay check` found."""

    errors: int = Field(default=0, ge=0)
    warnings: int = Field(default=0, ge=0)
    waivers: tuple[str, ...] = ()


class HandoffMade(Part):
    """Work that is passed on; it waits where a person must confirm."""

    agent: str
    label: str = ""
    prompt: str = ""
    send: bool = False
    artefacts: tuple[str, ...] = ()


class Evidence(Part):
    """A file that shows something, by its digest."""

    kind: str
    path: str
    sha256: str


class FeatureReturn(Part):
    """Everything about one finished task, as data: words are the orchestrator's (C-01, C-46)."""

    schema_version: Literal[1] = 1
    task_id: str = ""
    agent: str = "backend"
    routes_created: tuple[Annotated[RouteMade, BeforeValidator(_route)], ...] = ()
    models: tuple[Annotated[ModelMade, BeforeValidator(_named)], ...] = ()
    services: tuple[str, ...] = ()
    database: Database | None = None
    summary: str = Field(default="", max_length=2000)
    files_changed: tuple[str, ...] = ()
    migrations: tuple[str, ...] = ()
    tests: Tests | None = None
    performance: Performance | None = None
    checks: Checks | None = None
    handoffs: tuple[HandoffMade, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    open_questions: tuple[str, ...] = ()
