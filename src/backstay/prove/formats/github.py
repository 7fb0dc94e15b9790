"""GitHub: workflow commands that mark the lines of a pull request."""

from backstay.prove.checking.report import Report
from backstay.prove.finding import Finding, Severity

_LEVEL = {Severity.CRITICAL: "error", Severity.HIGH: "error", Severity.MEDIUM: "warning"}


def github(report: Report) -> str:
    """One annotation per finding, one warning for what is unproven, and the sum."""
    lines = [_annotation(one) for one in report.findings]
    lines += [
        f"::warning title=unproven::{_escaped(f'{one.what}: {one.why}')}" for one in report.unproven
    ]
    lines.append(f"{len(report.findings)} findings in {report.files} files: {report.outcome}")
    return "\n".join(lines)


def _annotation(one: Finding) -> str:
    level = _LEVEL.get(one.severity, "notice")
    place = f"file={_escaped(one.where.path, inside=True)},line={max(1, one.where.line)}"
    if one.where.column:
        place += f",col={one.where.column}"
    said = f"{one.message}\n{one.hint}" if one.hint else one.message
    return f"::{level} {place},title={one.check}::{_escaped(said)}"


def _escaped(text: str, *, inside: bool = False) -> str:
    """Text as workflow commands take it; `inside` a property also `:` and `,` are special."""
    for mark, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(mark, code)
    return text.replace(":", "%3A").replace(",", "%2C") if inside else text
