"""The readiness gates and the checklist, evaluated: passed, failed, or unproven with why."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from backstay.agent.returns.measured import Measured
from backstay.blueprint import ContractError, load
from backstay.build.openapi import interpreter

DOCUMENTS = (
    *("docs/openapi.json", "docs/API.md", "docs/ARCHITECTURE.md", "README.md"),
    *("docs/api-documentation.md", "docs/database-schema.md", "docs/security-implementation.md"),
)
MONITORING = ("slo.yaml", "alerts.yaml", "dashboard.json")
COVERAGE = 90.0
SECONDS = 120


def gates(root: Path, measured: Measured) -> dict[str, str]:
    """The five gates of R-234."""
    return {
        "documentation": _present(root, DOCUMENTS),
        "load": _judged(
            measured.p95_ms,
            lambda _: not measured.failed and not measured.broken,
            "p95 was not measured",
        ),
        "security scan": _judged(measured.findings, lambda one: one == 0, "check did not run"),
        "coverage": _judged(
            measured.coverage, lambda one: one >= _wanted(root), "coverage was not measured"
        ),
        "dashboards": _present(root, tuple(f"config/monitoring/{one}" for one in MONITORING)),
    }


def checklist(root: Path, measured: Measured) -> dict[str, str]:
    """The ten items of R-235; what the proof shows stands on the proof."""
    whole = measured.operations is not None and not measured.unproven
    proven = "passed" if whole else "unproven: the proof is not whole"
    if measured.broken:
        proven = f"failed: {len(measured.broken)} lines of the contract do not hold"
    lists = gates(root, measured)
    return {
        "lint": _tool(root, "ruff", "check", "."),
        "types": _tool(root, "mypy", _package(root)),
        "input validation": proven,
        "error handling": proven,
        "structured logging": proven,
        "observability": lists["dashboards"],
        "integration tests": _judged(measured.failed, lambda one: one == 0, "tests did not run"),
        "API documented": lists["documentation"],
        "security headers": proven,
        "rate limits and pages": proven,
    }


def _judged(value: float | None, good: Callable[[float], bool], why: str) -> str:
    if value is None:
        return f"unproven: {why}"
    return "passed" if good(value) else f"failed: {value:g}"


def _present(root: Path, paths: tuple[str, ...]) -> str:
    absent = [one for one in paths if not (root / one).is_file()]
    return f"failed: {', '.join(absent)} missing" if absent else "passed"


def _wanted(root: Path) -> float:
    """The coverage that the contract asks for."""
    try:
        return float(load(root / "backstay.yaml").proof.coverage)
    except ContractError:
        return COVERAGE


def _package(root: Path) -> str:
    return "app" if (root / "app").is_dir() and not (root / "src").is_dir() else "src"


def _tool(root: Path, *words: str) -> str:
    """A tool of the project's own environment; unproven where it is not there."""
    command = [interpreter(root.resolve()), "-m", *words]
    try:
        done = subprocess.run(  # noqa: S603 the project's own interpreter, no shell
            command, cwd=root, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"unproven: {error}"
    if "No module named" in done.stderr:
        return f"unproven: {words[0]} is not installed"
    return "passed" if done.returncode == 0 else f"failed: {_last(done.stdout)}"


def _last(text: str) -> str:
    lines: list[str] = text.strip().splitlines()
    return lines[-1][:200] if lines else "no message"
