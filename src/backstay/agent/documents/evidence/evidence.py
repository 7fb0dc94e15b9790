"""Evidence: what was seen of this very code; of everything else it says that nothing was."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

PASSED, FAILED, UNPROVEN = "passed", "failed", "unproven"
PROVE = "`backstay prove && backstay docs`"
CHECK = "`backstay docs`"
TASK = "`backstay task`"


@dataclass(frozen=True, slots=True)
class Proof:
    """What of a proof the documents tell.

    Attributes:
        code: the digest of the code that it is of.
        environment: what it ran on; full: whether the contract's own load was run.
        sentence, missing: the delivery sentence, or what keeps it from being said.
        checks: by name how often it came out how, and `requests` that it sent.
        gates, figures, plans: as in the report; a figure has the outcome of its check.
    """

    code: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)
    full: bool = False
    sentence: str = ""
    missing: Sequence[str] = ()
    checks: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    gates: Sequence[Mapping[str, Any]] = ()
    figures: Sequence[Mapping[str, Any]] = ()
    plans: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules that were run, and how many findings those have that found something."""

    code: str = ""
    ran: Sequence[str] = ()
    findings: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OwnTests:
    """The project's own tests as they came out; coverage in percent."""

    code: str = ""
    passed: int | None = None
    failed: int | None = None
    coverage: float | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The parts that are of this code; `lacks` says of each other part why it is not there."""

    proof: Proof | None = None
    rules: Rules | None = None
    tests: OwnTests | None = None
    lacks: Mapping[str, str] = field(default_factory=dict)

    def check(self, name: str) -> str:
        """What came of a probe: passed, failed or unproven."""
        counts = {} if self.proof is None else self.proof.checks.get(name, {})
        if counts.get(FAILED):
            return FAILED
        return UNPROVEN if counts.get(UNPROVEN) or not counts.get(PASSED) else PASSED

    def rule(self, name: str) -> str:
        """What came of a rule: passed, failed or unproven."""
        if self.rules is None or name not in self.rules.ran:
            return UNPROVEN
        return FAILED if self.rules.findings.get(name) else PASSED

    def figure(self, name: str) -> Mapping[str, Any] | None:
        """The worst figure of that name; None where nobody measured it."""
        found = [one for one in self._figures() if one["name"] == name]
        return max(found, key=lambda one: float(one["value"]), default=None)

    def shown(self, name: str) -> str:
        """A figure with its unit, or that it was not measured."""
        found = self.figure(name)
        return "not measured" if found is None else f"{found['value']:g} {found['unit']}".strip()

    def lack(self, part: str, command: str) -> str:
        """Why a part (`proof`, `rules`, `tests`) is not there, and what would measure it."""
        why = self.lacks.get(part, "nothing was measured yet")
        return f"Not measured: {why}. {command} measures it."

    def _figures(self) -> Iterator[Mapping[str, Any]]:
        yield from () if self.proof is None else self.proof.figures
