"""What the security tests have found, and which tools were used (R-178, R-247)."""

from collections.abc import Iterator, Mapping

from backstay.agent.documents.evidence.evidence import (
    CHECK,
    FAILED,
    PASSED,
    PROVE,
    UNPROVEN,
    Evidence,
)
from backstay.agent.documents.evidence.telling import measured_on, own_tests_said
from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import code, table


def results(material: Material) -> Iterator[str]:
    """The tools with their outcome, then every check of the running service."""
    evidence = material.evidence
    yield from measured_on(evidence, PROVE)
    yield from table(("tool", "what it does", "outcome"), _tools(evidence))
    proof = evidence.proof
    if proof is None:
        return
    yield "### Checks of the running service"
    yield ""
    yield from table(
        ("check", PASSED, FAILED, UNPROVEN, "requests"),
        (_row(name, counts) for name, counts in proof.checks.items()),
    )


def _tools(evidence: Evidence) -> Iterator[tuple[str, str, str]]:
    proof = evidence.proof
    seen = {} if proof is None else proof.environment
    requests = 0 if proof is None else sum(one.get("requests", 0) for one in proof.checks.values())
    tried = UNPROVEN if proof is None else f"{requests} requests sent"
    yield "`backstay prove`", "attacks the running service, each with a control", tried
    version = seen.get("schemathesis", "")
    fuzzed = "whatever the OpenAPI document allows, and what it does not"
    yield f"schemathesis {version}".strip(), fuzzed, evidence.check("fuzz")
    holes = evidence.shown("vulnerabilities")
    yield "pip-audit", "known holes of locked dependencies", f"{evidence.check('audit')}, {holes}"
    yield "`backstay check`", "reads the source", _rules(evidence)
    yield "pytest", "the project's own tests", own_tests_said(evidence)


def _rules(evidence: Evidence) -> str:
    if evidence.rules is None:
        return evidence.lack("rules", CHECK)
    found = ", ".join(f"{name} {count}" for name, count in evidence.rules.findings.items())
    return f"{len(evidence.rules.ran)} rules, {f'findings: {found}' if found else 'no finding'}"


def _row(name: str, counts: Mapping[str, int]) -> tuple[str, ...]:
    shown = (str(counts.get(one, 0)) for one in (PASSED, FAILED, UNPROVEN, "requests"))
    return code(name), *shown
