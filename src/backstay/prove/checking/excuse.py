"""Excuses findings by waivers, and finds the waivers that excuse nothing, or too much."""

from collections.abc import Iterable, Iterator
from datetime import date

from backstay.prove.checking.report import Waived
from backstay.prove.checking.waivers import Waiver
from backstay.prove.finding import Finding, Location, Severity

STALE, UNREASONED, EXPIRED = "WAI001", "WAI002", "WAI003"
Placed = tuple[Finding, int]


def excuse(
    placed: Iterable[Placed], waivers: list[Waiver], today: date
) -> tuple[list[Finding], list[Waived], list[Finding]]:
    """What counts, what is excused, and what is wrong with the waivers themselves.

    Args:
        placed: Findings, each with the last line of what it is about.
        waivers: All exceptions.
        today: What dates are compared with.
    """
    counted: list[Finding] = []
    waived: list[Waived] = []
    used: set[Waiver] = set()
    good = [one for one in waivers if one.reason and not one.expired(today)]
    for finding, last in placed:
        where = finding.where
        waiver = next(
            (one for one in good if one.excuses(finding.check, where.path, where.line, last)), None
        )
        if waiver is None:
            counted.append(finding)
        else:
            used.add(waiver)
            waived.append(Waived(finding, waiver))
    return counted, waived, list(_complaints(waivers, used, today))


def _complaints(waivers: Iterable[Waiver], used: set[Waiver], today: date) -> Iterator[Finding]:
    for one in waivers:
        if one.quiet:
            continue
        where = Location(one.file or one.path, one.line)
        names = ", ".join(one.rules)
        if not one.reason:
            message, rule = f"the waiver of {names} gives no reason", UNREASONED
            hint = "say after the bracket why it is right here"
        elif one.expired(today):
            message, rule = f"the waiver of {names} ended on {one.until}", EXPIRED
            hint = "mend what it excuses, or give a new reason and a new date"
        elif one not in used:
            message, rule = f"the waiver of {names} excuses nothing", STALE
            hint = "remove it"
        else:
            continue
        yield Finding(rule, message, where, hint, severity=Severity.MEDIUM)
