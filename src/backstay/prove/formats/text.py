"""Text: one line per finding as compilers print it, what to do below, and the sum at the end."""

from collections import Counter
from collections.abc import Iterator

from backstay.prove.checking.debt import MOST
from backstay.prove.checking.report import Report
from backstay.prove.finding import Finding, Severity


def text(report: Report, *, everything: bool = False) -> str:
    """A report for people.

    Args:
        report: What came of a run.
        everything: Whether to list also what only informs, and what is waived.
    """
    lines: list[str] = []
    for one in report.findings:
        lines += _finding(one)
    if everything:
        for one in report.information:
            lines.append(f"{one.where}: {one.check} (information) {one.message}")
        for waived in report.waived:
            finding, waiver = waived.finding, waived.waiver
            lines.append(f"{finding.where}: {finding.check} waived: {waiver.reason}")
    lines += [f"unproven: {one.what}: {one.why}" for one in report.unproven]
    lines += [f"note: {one}" for one in report.notes]
    return "\n".join([*lines, *_sum(report)])


def _finding(one: Finding) -> Iterator[str]:
    yield f"{one.where}: {one.check} {one.message}"
    if one.hint:
        yield f"    hint: {one.hint}"
    if one.fix:
        yield f"    fix: {one.fix}"


def _sum(report: Report) -> Iterator[str]:
    counted = Counter(one.severity for one in report.findings)
    kinds = ", ".join(f"{counted[one]} {one}" for one in Severity if counted[one])
    count = len(report.findings)
    found = f"{count} finding{'s' * (count != 1)}" + (f" ({kinds})" if kinds else "")
    yield f"{found} in {report.files} files: {report.outcome}"
    beside = {
        "waived": len(report.waived),
        "recorded in the baseline": report.recorded,
        "only inform (--all shows them)": len(report.information),
        "unproven": len(report.unproven),
    }
    said = "; ".join(f"{number} {what}" for what, number in beside.items() if number)
    if said:
        yield said
    yield f"debt ratio {report.debt:.1%} of {report.lines} lines (at most {MOST:.0%})"
