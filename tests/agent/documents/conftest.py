"""The committed example as material, with whatever evidence a test wants."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backstay.agent.documents.evidence.evidence import Evidence
from backstay.agent.documents.evidence.gather import proof_of
from backstay.agent.documents.files import Files
from backstay.agent.documents.material import Material
from backstay.blueprint import load, parse
from backstay.blueprint.contract import Blueprint
from backstay.prove.evidence.result import Figure, Plan, Result
from backstay.prove.outcome import Outcome
from backstay.prove.report.document import to_json
from backstay.prove.report.report import report_of
from backstay.prove.running.environment import Environment

EXAMPLES = Path(__file__).parents[3] / "examples"
GOLDEN = EXAMPLES / "timetrack"
SEEN = Environment(
    began="2026-11-27T09:00:00+00:00",
    machine="Linux x86_64, 2 cores, 8 GiB",
    python="3.12.1",
    database="PostgreSQL 17",
    backstay="0.1.0",
    schemathesis="4.32.5",
    contract="c0ffee",
    commit="abc123",
    code="feedc0de",
)


@pytest.fixture(scope="session")
def timetrack() -> Blueprint:
    return load(EXAMPLES / "timetrack.yaml")


@pytest.fixture(scope="session")
def openapi() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((GOLDEN / "docs/openapi.json").read_text())
    return found


@pytest.fixture
def result(timetrack) -> Callable[..., Result]:
    """One result of a check."""

    def made(check: str, outcome: str = "passed", **more: Any) -> Result:
        at = timetrack.keys["service"]
        return Result(check, "service", at, f"{check} holds", Outcome(outcome), requests=7, **more)

    return made


@pytest.fixture
def report(timetrack) -> Callable[..., dict[str, Any]]:
    """The JSON of a report over results."""

    def made(*results: Result, full: bool = False) -> dict[str, Any]:
        text = (EXAMPLES / "timetrack.yaml").read_text()
        whole = report_of(timetrack, text, results, SEEN, full=full, seconds=1.0)
        found: dict[str, Any] = json.loads(to_json(whole))
        return found

    return made


@pytest.fixture
def proven(report) -> Callable[..., Evidence]:
    """Evidence that holds a proof with these results."""

    def made(*results: Result, full: bool = False, **more: Any) -> Evidence:
        return Evidence(proof=proof_of(report(*results, full=full)), **more)

    return made


@pytest.fixture
def material(timetrack, openapi) -> Callable[..., Material]:
    """The example with evidence; `contract` takes the place of its own."""

    def made(evidence: Evidence | None = None, contract: str = "", **more: Any) -> Material:
        blueprint = parse(contract.encode(), "backstay.yaml") if contract else timetrack
        given: dict[str, Any] = {"openapi": openapi, "files": Files(GOLDEN), **more}
        return Material(blueprint, evidence=evidence or Evidence(), **given)

    return made


@pytest.fixture
def latency() -> Callable[[str, float], Figure]:
    """The p95 of an operation."""
    return lambda name, value: Figure(f"p95 of {name}", value, "ms", 200.0, met=value <= 200)


@pytest.fixture
def plan() -> Plan:
    return Plan(
        "Task, sort title", "SELECT a | b FROM tasks", ("SEARCH tasks USING ix_tasks_title",)
    )
