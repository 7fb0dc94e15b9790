"""Schemathesis, in a process of its own: all that Backstay knows of it stands in this file."""

import json
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from backstay.prove.project.command import run_program

CHECKS = (
    *("not_a_server_error", "status_code_conformance", "content_type_conformance"),
    *("response_headers_conformance", "response_schema_conformance"),
)
SEED = "20261120"
SECONDS = 900.0
"""Only a run that hangs meets it: how much is tried is counted, never timed."""
SHOWN, SHOWN_OPERATIONS = 1_500, 3


class NoRunError(Exception):
    """The run did not end, or told nothing; the message holds what was printed."""


@dataclass(frozen=True, slots=True)
class Cause:
    """One root cause of failures: which operations show it, how often."""

    title: str
    operations: tuple[str, ...]
    count: int

    def __str__(self) -> str:
        more = len(self.operations) - SHOWN_OPERATIONS
        where = ", ".join(self.operations[:SHOWN_OPERATIONS]) + (f" and {more} more" * (more > 0))
        return f"{self.title} ({self.count} times, in {where})"


@dataclass(frozen=True, slots=True)
class Fuzzed:
    """What one run saw: how many requests it made up, for how many operations."""

    cases: int
    tested: int
    causes: tuple[Cause, ...]
    output: str


async def fuzzed(
    document: str,
    token: str,
    examples: int,
    *,
    parameters: Mapping[str, str],
    leave_out: Iterable[str] = (),
) -> Fuzzed:
    """Try every operation of an OpenAPI document.

    Args: document, its URL; token, of somebody who is signed in; examples, for each operation;
    parameters, ids of rows that are there; leave_out, ids of operations.
    Raises: NoRunError.
    """
    with TemporaryDirectory(prefix="backstay-fuzz-") as name:
        folder = Path(name)
        settings, report = folder / "schemathesis.toml", folder / "report.json"
        known = "".join(f'"path.{key}" = "{value}"\n' for key, value in parameters.items())
        settings.write_text(f"[parameters]\n{known}", encoding="utf-8")
        output = await _ran(
            folder,
            *("--no-color", "--config-file", str(settings), "run", document),
            *("--header", f"Authorization: Bearer {token}", "--checks", ",".join(CHECKS)),
            *("--phases", "coverage,fuzzing", "--max-examples", str(examples), "--seed", SEED),
            *("--generation-database", "none", "--continue-on-failure", "--no-shrink"),
            *("--report", "json", "--report-json-path", str(report)),
            *(word for one in leave_out for word in ("--exclude-operation-id", one)),
        )
        try:
            return read(json.loads(report.read_bytes()), output)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise NoRunError(f"schemathesis told nothing: {output[-SHOWN:]}") from error


def read(report: Mapping[str, Any], output: str) -> Fuzzed:
    """What stands in a JSON report. Raises: NoRunError when the run broke off."""
    if not report["complete"] or report["errors"]:
        raise NoRunError(f"schemathesis broke off: {report['errors']} {output[-SHOWN:]}")
    causes = (
        Cause(str(one["title"]), tuple(one["operations"]), int(one["count"]))
        for one in report["failures"]
    )
    _, _, shown = output.partition("= FAILURES =")
    return Fuzzed(
        cases=int(report["test_cases"]["generated"]),
        tested=int(report["operations"]["tested"]),
        causes=tuple(causes),
        output=shown.strip("= \n")[:SHOWN],
    )


async def _ran(folder: Path, *arguments: str) -> str:
    done = await run_program(
        sys.executable,
        *("-c", "from schemathesis.cli import schemathesis; schemathesis()", *arguments),
        folder=folder,
        environment=os.environ,
        seconds=SECONDS,
    )
    return done.output
