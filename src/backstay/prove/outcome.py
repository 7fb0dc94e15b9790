"""Outcome: what came of one check."""

from enum import StrEnum


class Outcome(StrEnum):
    """Passed needs a positive control; what was not run, or could not see, is unproven."""

    PASSED = "passed"
    FAILED = "failed"
    UNPROVEN = "unproven"
    NOT_APPLICABLE = "not_applicable"
