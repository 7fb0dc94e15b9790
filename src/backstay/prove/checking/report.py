"""Report: what came of one run, for people and for machines."""

from dataclasses import dataclass

from backstay.prove.checking.waivers import Waiver
from backstay.prove.finding import Finding
from backstay.prove.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that a waiver excuses."""

    finding: Finding
    waiver: Waiver


@dataclass(frozen=True, slots=True)
class Unproven:
    """Something that could not be looked at, and why; never counted as passed."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """One run of all rules.

    Attributes:
        root: The project's folder.
        findings: What counts, by place.
        information: What only informs: habits of the project that differ from the standard.
        waived: Excused findings.
        recorded: How many findings the baseline holds back.
        unproven: What could not be looked at.
        files: Files that rules read; `lines` are theirs.
        debt: Minutes to mend all findings by the minutes that an average line takes to write, as
            a share of 1; the figure behind R-203.
        notes: What the reader should know, such as files left out.
    """

    root: str
    findings: tuple[Finding, ...]
    information: tuple[Finding, ...] = ()
    waived: tuple[Waived, ...] = ()
    recorded: int = 0
    unproven: tuple[Unproven, ...] = ()
    files: int = 0
    lines: int = 0
    debt: float = 0.0
    notes: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """Failed with a finding; unproven when something could not be seen; else passed."""
        if self.findings:
            return Outcome.FAILED
        if not self.files:
            return Outcome.NOT_APPLICABLE
        return Outcome.UNPROVEN if self.unproven else Outcome.PASSED
