"""Audit: known vulnerabilities of a project's locked dependencies, as pip-audit finds them."""

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from backstay.prove.project.command import run_program

SECONDS = 120.0
KNOWN = "jinja2==2.4.1"
"""A version with known vulnerabilities: an auditor that does not report it sees nothing."""


class BlindError(Exception):
    """The audit could not see; the message says why. Silence would look like a clean result."""


@dataclass(frozen=True, slots=True)
class Audited:
    """How many packages were looked at, and each vulnerability as `package version: id`."""

    packages: int
    found: tuple[str, ...]


async def audited(requirements: Path) -> Audited:
    """Audit a file of locked requirements. Raises: BlindError."""
    with TemporaryDirectory(prefix="backstay-audit-") as folder:
        known = Path(folder) / "known.txt"
        known.write_text(f"{KNOWN}\n", encoding="utf-8")
        if not read(await _ran(known, "--no-deps")).found:
            raise BlindError(f"the known vulnerabilities of {KNOWN} were not reported")
    return read(await _ran(requirements, "--require-hashes"))


def read(output: str) -> Audited:
    """What pip-audit reported. Raises: BlindError when it skipped a package, or said nothing."""
    start = output.find('{"dependencies"')
    try:
        packages: list[dict[str, Any]] = json.loads(output[start:])["dependencies"]
    except (ValueError, KeyError) as error:
        raise BlindError(f"the audit told nothing: {output.strip()[-300:]}") from error
    skipped = [f"{one['name']} ({one['skip_reason']})" for one in packages if "skip_reason" in one]
    if skipped:
        raise BlindError(f"{len(skipped)} packages were not audited, first {skipped[0]}")
    found = tuple(
        f"{one['name']} {one['version']}: {hole['id']}" for one in packages for hole in one["vulns"]
    )
    return Audited(len(packages), found)


async def _ran(requirements: Path, *options: str) -> str:
    done = await run_program(
        sys.executable,
        *("-m", "pip_audit", "--disable-pip", "--format", "json", "--progress-spinner", "off"),
        *("--timeout", "5", "--requirement", str(requirements), *options),
        folder=requirements.parent,
        environment=os.environ,
        seconds=SECONDS,
    )
    return done.output
