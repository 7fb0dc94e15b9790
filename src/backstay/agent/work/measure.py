"""Measures a project: its tests, the check, the proof; what did not run is said with why."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from backstay.agent.returns.measured import Measured, keep
from backstay.agent.returns.sentence import missing, sentence
from backstay.agent.tree.snapshot import revision
from backstay.agent.work import gates
from backstay.agent.work.ports import Check, Found, Prove
from backstay.agent.work.testing import Ran, run_tests

Tell: TypeAlias = Callable[[float, float, str], None]
Test: TypeAlias = Callable[[Path], Ran]


@dataclass(frozen=True, slots=True)
class Gates:
    """The three that measure."""

    check: Check = gates.check
    prove: Prove = gates.prove
    test: Test = field(default=run_tests)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was measured of the code as it is; `failed` says what does not hold."""

    measured: Measured
    found: tuple[Found, ...]
    failed: tuple[str, ...]
    report: str
    sentence: str
    missing: tuple[str, ...]


def measure(root: Path, run: Gates, tell: Tell) -> Seen:
    """Run all three and keep the figures where a return is held against them."""
    tell(0, 3, "running the project's tests")
    tested = run.test(root)
    tell(1, 3, "checking")
    checked = run.check(root, ())
    tell(2, 3, "proving")
    proven = run.prove(root)
    code = revision(root)
    shares = [one for one in (tested.coverage, proven.coverage) if one is not None]
    measured = Measured(
        commit=code.commit,
        tree=code.tree,
        passed=tested.passed,
        failed=tested.failed,
        coverage=min(shares, default=None),
        p95_ms=proven.p95_ms,
        rps=proven.rps,
        operations=proven.operations,
        environment=proven.environment,
        findings=checked.errors if checked.ran else None,
        unproven=proven.unproven,
        broken=proven.failed,
        rules=tuple(sorted({one.rule for one in checked.found if one.level == "error"})),
        why=tuple(one for one in (tested.why, checked.why, proven.why) if one),
    )
    keep(root, measured)
    tell(3, 3, "done")
    return Seen(
        measured,
        tuple(one for one in checked.found if one.level == "error"),
        proven.failed,
        proven.report,
        "" if proven.failed else sentence(measured, code),
        (*missing(measured, code), *proven.failed),
    )
