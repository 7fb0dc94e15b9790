"""`/api test`: the tests of an endpoint, and its trials against the running service (R-223)."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from backstay.agent.api.target import operations_of
from backstay.agent.work.testing import Ran, run_tests
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.naming import snake
from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
from backstay.prove.running.discover import trials_of
from backstay.prove.running.proof import Run, proven
from backstay.prove.subject.project import project_at

KINDS = ("unit", "integration", "load", "attack")
_LOAD = ("load", "plan")


@dataclass(frozen=True, slots=True)
class Line:
    """What came of one kind of test; None is: it did not run, and `note` says why."""

    kind: str
    passed: int | None
    failed: int | None
    note: str = ""


def try_endpoint(
    root: Path, blueprint: Blueprint, target: str, kinds: tuple[str, ...] = KINDS
) -> tuple[Line, ...]:
    """Run what concerns the target's resources. NoTargetError when nothing is called so."""
    resources = list(dict.fromkeys(one.resource for one in operations_of(blueprint, target)))
    lines = [
        _own(root, blueprint, kind, resources) for kind in ("unit", "integration") if kind in kinds
    ]
    if {"load", "attack"} & set(kinds):
        lines += _trials(root, resources, kinds)
    return tuple(lines)


def _own(root: Path, blueprint: Blueprint, kind: str, resources: list[str]) -> Line:
    """The project's own tests of some resources."""
    paths = []
    for name in resources:
        stem = blueprint.resource(name).plural if name and kind == "integration" else snake(name)
        folder = "tests/integration/api" if kind == "integration" else "tests/unit/services"
        found = (root / folder).glob(f"test_{stem or 'auth'}*.py")
        paths += sorted(path.relative_to(root).as_posix() for path in found)
    if not paths:
        return Line(kind, None, None, "the project has no such tests")
    tested: Ran = run_tests(root, tuple(paths))
    return Line(kind, tested.passed, tested.failed, tested.why)


def _trials(root: Path, resources: list[str], kinds: tuple[str, ...]) -> list[Line]:
    project = project_at(root)
    prefixes = tuple(f"resources.{name}." if name else "roles" for name in resources)
    trials = [
        one
        for one in trials_of(project.blueprint, ())
        if one.key.startswith(prefixes) and ("load" if one.check in _LOAD else "attack") in kinds
    ]
    results = asyncio.run(proven(project, trials, Run(), lambda _: None)) if trials else []
    return [_line(kind, results) for kind in ("load", "attack") if kind in kinds]


def _line(kind: str, results: list[Result]) -> Line:
    own = [one for one in results if (one.check in _LOAD) == (kind == "load")]
    if not own:
        return Line(kind, None, None, "no trial of this kind is there for it")
    failed = [one for one in own if one.outcome is Outcome.FAILED]
    open_ones = [one for one in own if one.outcome is Outcome.UNPROVEN]
    note = "; ".join(dict.fromkeys(one.reason for one in (*failed, *open_ones)))[:300]
    return Line(kind, len(own) - len(failed) - len(open_ones), len(failed), note)
