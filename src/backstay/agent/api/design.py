"""`/api design`: the OpenAPI of a draft, checked against its contract, nothing written (R-222)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from backstay.agent.api.target import operations_of
from backstay.agent.documents.packs.behaviour import on_failure, under_load
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.operations import Operation, operations
from backstay.build.openapi import PATHS
from backstay.build.project import prepare


@dataclass(frozen=True, slots=True)
class Designed:
    """One operation as it will be, and how it behaves when things go wrong."""

    operation: Operation
    load: str
    failure: str


@dataclass(frozen=True, slots=True)
class Design:
    """The operations of a target; `openapi` is the whole document, `differences` must be none."""

    operations: tuple[Designed, ...]
    openapi: Mapping[str, Any]
    differences: tuple[str, ...]


def designed(blueprint: Blueprint, target: str) -> tuple[Designed, ...]:
    """The operations of a target with their answers to R-027. NoTargetError."""
    return tuple(
        Designed(one, under_load(blueprint, one), on_failure(blueprint, one))
        for one in operations_of(blueprint, target)
    )


def design(blueprint: Blueprint, target: str = "") -> Design:
    """Build the contract on paper, let the project describe itself, hold it against the contract.

    Raises: NoTargetError; ValueError when the project cannot be described.
    """
    found = designed(blueprint, target)
    with TemporaryDirectory(prefix="backstay-") as folder:
        build = prepare(Path(folder) / "design", blueprint)
    if PATHS[0] not in build.write:
        raise ValueError("; ".join(build.report.notes) or "the project does not describe itself")
    document = json.loads(build.write[PATHS[0]])
    return Design(found, document, tuple(_differences(blueprint, document)))


def _differences(blueprint: Blueprint, document: Mapping[str, Any]) -> Iterator[str]:
    """What only the contract or only the description has (parity, R-072)."""
    told = {
        f"{method.upper()} {path}": operation.get("operationId")
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if isinstance(operation, dict) and path.startswith("/api/")
    }
    asked = {f"{one.method} {one.path}": one.id for one in operations(blueprint)}
    for route in sorted({*told, *asked}):
        if route not in told:
            yield f"{route} is in the contract and not in the OpenAPI document"
        elif route not in asked:
            yield f"{route} is in the OpenAPI document and not in the contract"
        elif told[route] != asked[route]:
            yield f"{route} is called {told[route]}, not {asked[route]}"
