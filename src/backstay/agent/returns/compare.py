"""Holds a return against the tree and the figures; every difference is named (R-219)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from backstay.agent.returns.measured import Measured
from backstay.agent.returns.model import FeatureReturn
from backstay.agent.tree.facts import Facts
from backstay.agent.tree.models import FROM_OUTSIDE
from backstay.agent.tree.snapshot import Revision

_PARAMETER = re.compile(r"\{[^}]*\}")
_CLOSE = 0.05  # percent and milliseconds are told with one place


@dataclass(frozen=True, slots=True)
class Difference:
    """What is claimed, what is so, and where the truth was read."""

    what: str
    claimed: str
    found: str

    def __str__(self) -> str:
        return f"{self.what}: claimed {self.claimed}, found {self.found}"


def differences(claim: FeatureReturn, facts: Facts, root: Path) -> tuple[Difference, ...]:
    """What the tree contradicts: routes, models, services, migrations and files."""
    return (
        *_routes(claim, facts),
        *_models(claim, facts),
        *_services(claim, facts),
        *_migrations(claim, facts),
        *_files(claim, root),
    )


def unmeasured(claim: FeatureReturn, measured: Measured, code: Revision) -> tuple[Difference, ...]:
    """Figures that no evidence of this very code bears out."""
    seen = measured if measured.of(code) else Measured(why=measured.why)
    pairs: list[tuple[str, float | None, float | None]] = []
    if claim.tests:
        pairs += [
            ("tests passed", claim.tests.passed, seen.passed),
            ("tests failed", claim.tests.failed, seen.failed),
            ("coverage", claim.tests.coverage, seen.coverage),
        ]
    if claim.performance:
        pairs.append(("p95_ms", claim.performance.p95_ms, seen.p95_ms))
        pairs.append(("rps", claim.performance.rps, seen.rps))
    if claim.checks:
        pairs.append(("check errors", claim.checks.errors, seen.findings))
    stale = "no evidence" if not measured.tree or measured.of(code) else "evidence of other code"
    return tuple(
        Difference(what, f"{said:g}", stale if truth is None else f"{truth:g}")
        for what, said, truth in pairs
        if said is not None and (truth is None or abs(said - truth) > _CLOSE)
    )


def _routes(claim: FeatureReturn, facts: Facts) -> Iterator[Difference]:
    known = {_shape(str(one)) for one in facts.routes}
    for one in claim.routes_created:
        if _shape(str(one)) not in known:
            yield Difference("route", str(one), "no such route in the code")


def _models(claim: FeatureReturn, facts: Facts) -> Iterator[Difference]:
    known = {one.name: one for one in facts.models}
    for one in claim.models:
        model = known.get(one.name)
        if model is None:
            yield Difference("model", one.name, "no such model in the code")
            continue
        for field in one.fields:
            if field not in model.fields and field not in FROM_OUTSIDE:
                has = ", ".join(model.fields)
                yield Difference(f"field of {one.name}", field, f"{model.where} has {has}")


def _services(claim: FeatureReturn, facts: Facts) -> Iterator[Difference]:
    files = {one.where.rpartition("/")[2] for one in facts.services}
    known = {one.name for one in facts.services} | files
    known |= {file.removesuffix(".py") for file in files}
    for one in claim.services:
        if one.rpartition("/")[2] not in known:
            yield Difference("service", one, "no such service in the code")


def _migrations(claim: FeatureReturn, facts: Facts) -> Iterator[Difference]:
    known = {one.name for one in facts.migrations}
    for one in claim.migrations:
        if one.rpartition("/")[2].removesuffix(".py") not in known:
            yield Difference("migration", one, "no such migration in the code")


def _files(claim: FeatureReturn, root: Path) -> Iterator[Difference]:
    top = root.resolve()
    for one in claim.files_changed:
        place = (top / one).resolve()
        if not place.is_relative_to(top):
            yield Difference("file", one, "a path outside of the project")
        elif not place.exists():
            yield Difference("file", one, "no such file")


def _shape(route: str) -> str:
    """Parameters go by their place: `{id}` and `{task_id}` are the same path."""
    method, _, path = route.partition(" ")
    return f"{method.upper()} {_PARAMETER.sub('{}', path).rstrip('/')}"
