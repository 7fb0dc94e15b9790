"""The checklist and the threat model, each row with what tried it and how that came out."""

from collections.abc import Iterator

from backstay.agent.documents.evidence.evidence import CHECK, PROVE
from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import prose, table
from backstay.agent.documents.security.owasp import TEN
from backstay.agent.documents.security.vectors import VECTORS


def checklist(material: Material) -> Iterator[str]:
    """OWASP's ten of 2025, with the check that holds each and its outcome."""
    evidence, blueprint = material.evidence, material.blueprint
    yield from prose(
        "OWASP Top 10, edition of 2025. Names in code are checks of `backstay prove`,",
        "capitals with a number are rules of `backstay check`; `backstay explain` says what a",
        "rule looks for. A row has passed when each of its checks has.",
    )
    yield ""
    yield from lacks(material)
    yield from table(
        ("id", "risk", "what is done", "held by", "outcome"),
        (
            (
                one.id,
                one.name,
                one.done,
                one.held.said(blueprint, evidence),
                one.held.outcome(blueprint, evidence),
            )
            for one in TEN
        ),
    )


def threats(material: Material) -> Iterator[str]:
    """Who attacks what by which way, what stands against it, and what came of trying."""
    evidence, blueprint = material.evidence, material.blueprint
    yield from prose(
        "Attackers: anybody who reaches the port; anybody with an account; whoever reads",
        "logs, backups or the database; whoever publishes a dependency. Whoever runs the",
        "machine is trusted. Worth protecting: accounts and sessions, the rows of each",
        "caller, what is marked personal, and that the service answers.",
    )
    yield ""
    yield from table(
        ("kind", "attack vector", "what stands against it", "tried by", "outcome"),
        (
            (
                one.kind,
                one.attack,
                one.defence,
                one.held.said(blueprint, evidence),
                one.held.outcome(blueprint, evidence),
            )
            for one in VECTORS
            if one.held.asked(blueprint) or not one.held.probes
        ),
    )


def lacks(material: Material) -> Iterator[str]:
    """Why outcomes are unproven, where the proof or the rules were not run on this code."""
    evidence = material.evidence
    if evidence.proof is None:
        yield from prose(f"Checks of the running service: {evidence.lack('proof', PROVE)}")
        yield ""
    if evidence.rules is None:
        yield from prose(f"Rules: {evidence.lack('rules', CHECK)}")
        yield ""
