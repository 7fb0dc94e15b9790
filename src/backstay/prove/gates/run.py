"""Runs every gate of a project; a dependency audit that cannot see is unproven."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

from backstay.prove.gates.gate import Gated, passed_through
from backstay.prove.gates.node import node_gates
from backstay.prove.gates.python import python_gates
from backstay.prove.outcome import Outcome
from backstay.prove.project.audit import BlindError, audited

_LOCKS = ("requirements.txt", "requirements/base.txt", "requirements/prod.txt")


def gates(root: Path) -> Iterator[Gated]:
    """What came of the project's own tools, one after another."""
    for gate in (*python_gates(root), *node_gates(root)):
        yield passed_through(root, gate)
    lock = next((root / one for one in _LOCKS if (root / one).is_file()), None)
    if lock is not None:
        yield _audit(lock)


def _audit(lock: Path) -> Gated:
    try:
        seen = asyncio.run(audited(lock))
    except BlindError as blind:
        return Gated("pip-audit", Outcome.UNPROVEN, str(blind))
    if seen.found:
        return Gated("pip-audit", Outcome.FAILED, "\n".join(seen.found))
    return Gated("pip-audit", Outcome.PASSED, f"{seen.packages} packages")
