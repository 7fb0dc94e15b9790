"""Table: an audit in plain lines, what is wrong for the same reason said once."""

from collections.abc import Iterator

from backstay.prove.audit.report import Audit, checks_of
from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
from backstay.prove.report.latency import bars_of

SHOWN, MOST_REASONS, WIDEST = 3, 8, 300
BLIND = "Uncontrolled: "
"""How the judge begins the reasons of what could not be seen."""
_COLUMNS = (Outcome.PASSED, Outcome.FAILED, Outcome.UNPROVEN, Outcome.NOT_APPLICABLE)


def lines_of(audit: Audit) -> Iterator[str]:
    """The table of checks, the reasons of what did not hold, the latency of what was measured."""
    yield f"{audit.title} {audit.version} at {audit.target} ({audit.document})"
    yield ""
    yield f"{'check':<12}" + "".join(f"{one.value.replace('_', ' '):>16}" for one in _COLUMNS)
    for check, results in checks_of(audit.results).items():
        counts = [sum(one.outcome is outcome for one in results) for outcome in _COLUMNS]
        yield f"{check:<12}" + "".join(f"{count or '-':>16}" for count in counts)
    for outcome in (Outcome.FAILED, Outcome.UNPROVEN):
        yield from _reasons(audit, outcome)
    bars = bars_of(audit.results)
    if bars:
        yield ""
        yield f"{'latency in ms':<52}{'p50':>9}{'p95':>9}{'p99':>9}"
    for bar in bars:
        yield f"{bar.name[:51]:<52}{bar.p50:>9.1f}{bar.p95:>9.1f}{bar.p99:>9.1f}"
    yield ""
    yield f"{audit.requests} requests in {audit.seconds:.0f} s; {audit.machine}"


def _reasons(audit: Audit, outcome: Outcome) -> Iterator[str]:
    groups: dict[tuple[str, str], list[Result]] = {}
    for result in audit.of(outcome):
        groups.setdefault((result.check, result.reason), []).append(result)
    if groups:
        yield ""
    for (check, reason), results in list(groups.items())[: MOST_REASONS * 2]:
        keys = [one.key for one in results]
        more = f" and {len(keys) - SHOWN} more" if len(keys) > SHOWN else ""
        yield f"{outcome.value}: {check}: {', '.join(keys[:SHOWN])}{more}"
        yield f"    {reason.removeprefix(BLIND)[:WIDEST]}"
        script = next((one.script for result in results for one in result.findings), "")
        if script:
            shown = script.rstrip().splitlines()[-1].replace('"$BASE"', audit.target)
            yield f"    {shown[:WIDEST]}"
    left = len(groups) - MOST_REASONS * 2
    if left > 0:
        yield f"{outcome.value}: {left} more reasons; the report has them all"
