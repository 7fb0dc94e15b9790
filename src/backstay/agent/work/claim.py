"""What a build that a contract asked for claims to have made, before the tree is asked."""

from backstay.agent.returns.measured import Measured
from backstay.agent.returns.model import (
    Checks,
    Database,
    FeatureReturn,
    ModelMade,
    Performance,
    RouteMade,
    Tests,
)
from backstay.blueprint.contract import Blueprint, Resource
from backstay.blueprint.naming import snake
from backstay.blueprint.operations import operations
from backstay.build.naming.names import names_of
from backstay.build.report import BuildReport

PROSE = (".md", ".json", ".zip", ".whl")


def claim_of(
    before: Blueprint | None, after: Blueprint, report: BuildReport, summary: str
) -> FeatureReturn:
    """The routes, models and services that the new contract has and the old one had not."""
    had = {f"{one.method} {one.path}" for one in operations(before)} if before else set()
    made = [one for one in operations(after) if f"{one.method} {one.path}" not in had]
    changed = [one for one in after.resources if _differs(before, one)]
    new = [one for one in changed if before is None or not _there(before, one.name)]
    touched = sorted([*report.created, *report.updated, *report.merged])
    return FeatureReturn(
        routes_created=tuple(
            RouteMade(method=one.method, path=one.path, operation_id=one.id) for one in made
        ),
        models=tuple(
            ModelMade(name=names_of(after, one).row, fields=tuple(_columns(one))) for one in changed
        ),
        services=tuple(f"{snake(one.name)}_service.py" for one in new),
        database=Database(name=after.service.replace("-", "_"), engine="sqlite or postgresql"),
        summary=summary,
        files_changed=tuple(path for path in touched if not path.endswith(PROSE)),
        migrations=tuple(
            path.rpartition("/")[2].removesuffix(".py")
            for path in touched
            if "alembic/versions/" in path
        ),
    )


def with_figures(claim: FeatureReturn, measured: Measured) -> FeatureReturn:
    """The claim with what was measured; what was not is left out."""
    tests = performance = checks = None
    if measured.passed is not None:
        tests = Tests(
            passed=measured.passed, failed=measured.failed or 0, coverage=measured.coverage
        )
    if measured.p95_ms is not None:
        performance = Performance(
            p95_ms=measured.p95_ms, rps=measured.rps, environment=measured.environment
        )
    if measured.findings is not None:
        checks = Checks(errors=measured.findings)
    return claim.model_copy(update={"tests": tests, "performance": performance, "checks": checks})


def _there(blueprint: Blueprint, name: str) -> bool:
    return any(one.name == name for one in blueprint.resources)


def _differs(before: Blueprint | None, after: Resource) -> bool:
    if before is None or not _there(before, after.name):
        return True
    known = {one.wire for one in before.resource(after.name).fields}
    return known != {one.wire for one in after.fields}


def _columns(resource: Resource) -> list[str]:
    """The stored fields as the table calls them."""
    return ["id", *(one.wire for one in resource.fields if one.computed is None)]
