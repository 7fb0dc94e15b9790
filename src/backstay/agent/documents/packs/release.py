"""docs/release.md: what is delivered, how it runs, and what was measured of it (R-238 to R-240)."""

from collections.abc import Iterator, Mapping
from typing import Any

from backstay.agent.documents.evidence.evidence import PROVE, UNPROVEN, Evidence
from backstay.agent.documents.evidence.telling import measured_on, own_tests_said
from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import code, prose, table
from backstay.build.migrations import FOLDER

MOST = 10
"""Reasons shown; the report has them all."""


def delivered(material: Material) -> Iterator[str]:
    """The items of core and quality, each where it stands; then what was said of the whole."""
    evidence, files = material.evidence, material.files
    package = material.blueprint.layout
    rows = [
        ("core", "models", _amount(files.under(f"{package}/models", ".py")), "migrate"),
        ("core", "migrations", _amount(files.under(FOLDER, ".py")), "migrate"),
        ("core", "endpoints with validation", f"{package}/api/routes, {package}/schemas", "parity"),
        ("core", "authentication, authorization", f"{package}/services/auth_service.py", "matrix"),
        ("core", "services", _amount(files.under(f"{package}/services", ".py")), "rule"),
        ("quality", "unit tests", _amount(files.under("tests/unit", ".py")), "coverage"),
        (
            "quality",
            "integration tests",
            _amount(files.under("tests/integration", ".py")),
            "coverage",
        ),
        ("quality", "API documentation", "docs/openapi.json", "parity"),
        ("quality", "error handling", f"{package}/core/exceptions.py", "fuzz"),
        ("quality", "logging", "config/logging.yaml", "redact"),
    ]
    yield from table(
        ("phase", "item", "where", "check", "outcome"),
        ((phase, what, where, code(by), evidence.check(by)) for phase, what, where, by in rows),
    )
    yield from _said_of_all(evidence)
    yield ""
    yield from prose(f"Tests: {own_tests_said(evidence)}")


def _said_of_all(evidence: Evidence) -> Iterator[str]:
    """The delivery sentence, or what keeps it from being said."""
    if evidence.proof is None:
        yield from prose("There is no delivery sentence.", evidence.lack("proof", PROVE))
    elif evidence.proof.sentence:
        yield from prose(f"> {evidence.proof.sentence}")
    else:
        yield from prose("There is no delivery sentence:")
        for one in evidence.proof.missing[:MOST]:
            yield from prose(f"- {one}")


def profiling(material: Material) -> Iterator[str]:
    """The gate sheet with its targets, and where the service spends its time."""
    evidence = material.evidence
    full = "`backstay prove --full && backstay docs`"
    yield from measured_on(evidence, PROVE)
    gates = [] if evidence.proof is None else evidence.proof.gates
    yield from table(("figure", "measured", "target", "outcome", "note"), map(_gate, gates))
    hottest = evidence.figure("hottest function")
    if hottest is None:
        yield from prose(
            f"CPU profile: not measured. {full} measures it, on a machine where py-spy may look in."
        )
    else:
        yield from prose(
            f"CPU profile: {hottest['value']:g} % of the samples in {hottest['note']}."
        )


def deployment(material: Material) -> Iterator[str]:
    """The steps from a checkout to a service that answers."""
    evidence = material.evidence
    steps = (
        "`SECRET_KEY`, `DATABASE_URL`, `ALLOWED_HOSTS` and `TRUSTED_PROXIES` in the environment.",
        "`make migrate`, by one owner, before the new version starts.",
        "Start; `/health` answers at once, `/ready` when database and migrations are there.",
        "Send traffic when `/ready` is 200. `backstay api monitor` writes alerts for the promises.",
        "Back: start the version before. Its migrations have a way down.",
    )
    yield from (f"{number}. {step}" for number, step in enumerate(steps, 1))
    yield ""
    outage, stops = evidence.check("outage"), evidence.check("shedding")
    yield from prose(
        f"Away from its database (check `outage`): {outage}. Overloaded (check `shedding`):",
        f"{stops}.",
    )


def _amount(paths: list[str]) -> str:
    own = [path for path in paths if not path.endswith("__init__.py")]
    return f"{len(own)} files in {own[0].rpartition('/')[0]}" if own else "none"


def _gate(one: Mapping[str, Any]) -> tuple[str, ...]:
    measured = "not measured" if one["measured"] is None else f"{one['measured']:g} {one['unit']}"
    target = one["target"] if one["hard"] else f"{one['target']} (goal)"
    return one["name"], measured.strip(), target, one["outcome"] or UNPROVEN, one["note"]
