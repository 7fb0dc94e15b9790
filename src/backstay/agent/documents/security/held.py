"""What holds a claim: probes and rules by name, and what came of them together."""

from collections.abc import Iterable
from dataclasses import dataclass

from backstay.agent.documents.evidence.evidence import FAILED, PASSED, UNPROVEN, Evidence
from backstay.agent.documents.page.markdown import NOTHING, code
from backstay.blueprint.contract import Blueprint


@dataclass(frozen=True, slots=True)
class Held:
    """The probes (`matrix`) and rules (`SEC001`) behind one claim."""

    probes: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    def asked(self, blueprint: Blueprint) -> tuple[str, ...]:
        """The probes that this contract gives something to try."""
        return tuple(one for one in self.probes if is_asked(blueprint, one))

    def outcome(self, blueprint: Blueprint, evidence: Evidence) -> str:
        """Failed where one of them failed, unproven where one was not seen, else passed.

        What only rules hold is not passed: there was no finding.
        """
        seen = {evidence.check(one) for one in self.asked(blueprint)}
        seen |= {evidence.rule(one) for one in self.rules}
        if not seen:
            return "not tried: no check sees it"
        worst = next(one for one in (FAILED, UNPROVEN, PASSED) if one in seen)
        return worst if self.asked(blueprint) else said_of(worst)

    def said(self, blueprint: Blueprint, evidence: Evidence) -> str:
        """Each with its own outcome."""
        found = [f"{code(one)} {evidence.check(one)}" for one in self.asked(blueprint)]
        found += [f"{one} {said_of(evidence.rule(one))}" for one in self.rules]
        return ", ".join(found) or NOTHING


def said_of(outcome: str) -> str:
    """What came of a rule, in words: what reads source and finds nothing has proven nothing."""
    return "no finding" if outcome == PASSED else outcome


def is_asked(blueprint: Blueprint, probe: str) -> bool:
    """Whether a contract gives a probe something to try."""
    every = blueprint.resources
    asks: dict[str, Iterable[object]] = {
        "nested": (one.under for one in every),
        "flow": (one.flows for one in every),
        "action": (one.actions for one in every),
        "lock": (one.lock for one in every),
        "cache": (one.cache for one in every),
        "soft": (one.soft for one in every),
        "expand": (one.listing.expand for one in every),
        "search": (field.search for one in every for field in one.fields),
        "on-delete": (field.on_delete for one in every for field in one.fields),
        "reference": (
            field.kind == "ref" and not field.computed for o in every for field in o.fields
        ),
        "rule": (one.rules for one in every),
    }
    return any(asks[probe]) if probe in asks else True
