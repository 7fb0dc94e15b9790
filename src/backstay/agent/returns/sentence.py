"""The delivery sentence, made of measured figures only (R-219, C-46)."""

import math

from backstay.agent.returns.measured import Measured
from backstay.agent.tree.snapshot import Revision
from backstay.prove.report.sentence import SENTENCE


def sentence(measured: Measured, code: Revision) -> str:
    """The sentence; empty when a figure is missing or belongs to other code."""
    if missing(measured, code):
        return ""
    assert measured.p95_ms is not None, "nothing is missing"
    assert measured.coverage is not None, "nothing is missing"
    return SENTENCE.format(
        endpoints=measured.operations,
        coverage=math.floor(measured.coverage),
        p95=max(1, math.ceil(measured.p95_ms)),
    )


def missing(measured: Measured, code: Revision) -> tuple[str, ...]:
    """Why there is no sentence; empty when there is one."""
    if not measured.tree:
        return measured.why or ("nothing was measured",)
    if not measured.of(code):
        return ("the figures belong to other code; measure again",)
    found = [
        name
        for name, value in (
            ("operations proven", measured.operations),
            ("coverage", measured.coverage),
            ("p95", measured.p95_ms),
        )
        if value is None
    ]
    reasons = [f"not measured: {', '.join(found)}", *measured.why] if found else []
    if measured.unproven and not found:
        reasons += measured.why or (f"{measured.unproven} lines of the contract are unproven",)
    if measured.failed:
        reasons.append(f"{measured.failed} tests fail")
    if measured.findings:
        reasons.append(f"{measured.findings} findings of `backstay check` stand")
    return tuple(reasons)
