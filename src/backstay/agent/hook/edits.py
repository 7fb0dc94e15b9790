"""Judges the files of one edit by the rules that read one file; the others wait for the stop."""

from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

from backstay.agent.hook.memory import Memory
from backstay.agent.hook.project import known_project
from backstay.prove.checking.baseline import BaselineError, beyond, read_baseline
from backstay.prove.checking.excuse import excuse
from backstay.prove.checking.files import LARGEST, Entry
from backstay.prove.checking.judge import judge_file
from backstay.prove.checking.record import Record
from backstay.prove.checking.run import finding_of
from backstay.prove.checking.settings import Settings, SettingsError, read_settings
from backstay.prove.checking.waivers import WaiversError, in_file
from backstay.prove.finding import Finding, Location, Severity
from backstay.prove.reading.project import Project

MOST = 5


def findings_of(root: Path, paths: tuple[str, ...], memory: Memory) -> list[Finding]:
    """What counts in these files, as `backstay check` says it: waived and recorded ones are out."""
    try:
        settings = read_settings(root)
        waived = in_file(root / settings.waivers)
        recorded = read_baseline(root / settings.baseline)
    except (SettingsError, WaiversError, BaselineError):
        settings, waived, recorded = Settings(), [], None
    project = known_project(root, settings)
    found: list[Finding] = []
    for path in paths:
        record = _record(root, path, settings, project)
        if record is None or (record.unread and not memory.tell_broken(path)):
            continue
        if record.unread:
            where = record.unread.partition(":")[0]
            found.append(_broken(path, record.unread, where))
            continue
        counted, _, _ = excuse(_placed(record, settings), [*record.waivers, *waived], date.today())  # noqa: DTZ011 - as check does
        found += beyond(counted, recorded) if recorded else counted
    return found


def _record(root: Path, path: str, settings: Settings, project: Project) -> Record | None:
    place = root / path
    if any(fnmatchcase(path, one) for one in settings.exclude) or not place.is_file():
        return None
    status = place.stat()
    entry = Entry(path, status.st_size, status.st_mtime_ns)
    if not entry.kind or entry.size > LARGEST:
        return None
    return judge_file(root, entry, project)


def _placed(record: Record, settings: Settings) -> Iterator[tuple[Finding, int]]:
    ignored = dict(settings.ignore)
    for one in record.marked:
        if not one.hit.kept and one.rule not in ignored:
            finding = finding_of(one)
            if finding.severity is not Severity.INFO:
                yield finding, one.hit.end_line


def _broken(path: str, why: str, place: str) -> Finding:
    number = place.removeprefix("line ")
    line = int(number) if number.isdigit() else 0
    return Finding("unread", f"the file does not parse: {why}", Location(path, line))


def lines_of(found: list[Finding]) -> str:
    """At most five findings, each with the rule, the place, the mend and the command."""
    lines = [f"backstay: {len(found)} finding{'s' * (len(found) != 1)} in what was just edited"]
    for one in found[:MOST]:
        lines.append(f"{one.where}: {one.check}: {one.message}")
        if one.hint:
            lines.append(f"    fix: {one.hint}")
        command = one.fix or (f"backstay explain {one.check}" if one.check != "unread" else "")
        if command:
            lines.append(f"    run: {command}")
    if len(found) > MOST:
        lines.append(f"{len(found) - MOST} more; `backstay check --changed` lists them")
    return "\n".join(lines)
