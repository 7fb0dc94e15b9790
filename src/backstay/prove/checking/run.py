"""Runs all rules over a project: records, tree, habits, waivers, baseline, selection, in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from backstay.prove.checking.baseline import beyond, fallen, read_baseline
from backstay.prove.checking.changed import Lines
from backstay.prove.checking.debt import debt_ratio, too_much
from backstay.prove.checking.excuse import Placed, excuse
from backstay.prove.checking.gather import Gathered, gather
from backstay.prove.checking.grow import judge_tree, unread
from backstay.prove.checking.habits import habits
from backstay.prove.checking.record import Marked
from backstay.prove.checking.report import Report
from backstay.prove.checking.settings import Settings, read_settings
from backstay.prove.checking.waivers import in_file
from backstay.prove.discover import all_rules
from backstay.prove.finding import Finding, Location, Severity


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings are asked for: below some paths, on changed lines; everything by default."""

    paths: tuple[str, ...] = ()
    lines: Lines | None = None

    def wants(self, path: str, first: int = 0, last: int = 0) -> bool:
        """Whether a place is asked for; without lines the whole file is meant."""
        if self.paths and not any(path == one or path.startswith(f"{one}/") for one in self.paths):
            return False
        if self.lines is None:
            return True
        changed = self.lines.get(path)
        if changed is None:
            return False
        return not first or any(line in changed for line in range(first, max(first, last) + 1))


def check(
    root: Path,
    selection: Selection | None = None,
    *,
    cached: bool = True,
    today: date | None = None,
    recorded: bool = True,
) -> Report:
    """Judge a project by all rules.

    Args:
        root: Its folder.
        selection: Which findings are asked for.
        cached: Whether to keep records between runs.
        today: What the dates of waivers are compared with.
        recorded: Whether the baseline holds findings back.

    Raises:
        SettingsError, WaiversError, BaselineError: A file of ours in the project is broken.
    """
    selection = selection or Selection()
    settings = read_settings(root)
    gathered = gather(root, settings, cached=cached)
    over_tree, failed = judge_tree(root, gathered)
    marked = [one for record in gathered.records.values() for one in record.marked] + over_tree
    placed, information = _placed(marked, settings, gathered)
    written = [waiver for record in gathered.records.values() for waiver in record.waivers]
    waivers = [*written, *in_file(root / settings.waivers)]
    counted, waived, complaints = excuse(placed, waivers, today or date.today())  # noqa: DTZ011 a waiver ends on the reader's own day
    lines = sum(one.lines for one in gathered.records.values() if one.kind != "document")
    debt = debt_ratio([*counted, *complaints], lines)
    (counted if gathered.project.contract else information).extend(too_much(debt, lines))
    everything = sorted([*counted, *complaints], key=lambda one: (one.where, one.check))
    baseline = read_baseline(root / settings.baseline) if recorded else None
    new = beyond(everything, baseline) if baseline else everything
    last = {(one.check, one.where): end for one, end in placed}
    notes = _notes(gathered, fallen(everything, baseline) if baseline else 0)
    unproven = [*failed, *unread(gathered.records)]
    return Report(
        str(root),
        tuple(
            one
            for one in new
            if selection.wants(one.where.path, one.where.line, last.get((one.check, one.where), 0))
        ),
        tuple(one for one in information if selection.wants(one.where.path)),
        tuple(one for one in waived if selection.wants(one.finding.where.path)),
        len(everything) - len(new),
        tuple(one for one in unproven if selection.wants(one.what)),
        sum(selection.wants(one.path) and not one.unread for one in gathered.records.values()),
        lines,
        debt,
        tuple(notes),
    )


def _placed(
    marked: Iterable[Marked], settings: Settings, gathered: Gathered
) -> tuple[list[Placed], list[Finding]]:
    """Findings that count, each with the last line of its place; and those that only inform."""
    rules = all_rules()
    ours = [one for one in marked if one.rule in rules]
    informing = habits(ours, rules, gathered.project)
    ignored = dict(settings.ignore)
    placed: list[Placed] = []
    information: list[Finding] = []
    for one in marked:
        if one.hit.kept or one.rule in ignored:
            continue
        finding = finding_of(one)
        if informing(one) or finding.severity is Severity.INFO:
            information.append(finding)
        else:
            placed.append((finding, one.hit.end_line))
    return placed, information


def finding_of(marked: Marked) -> Finding:
    """A hit in the words of a report."""
    hit, rule = marked.hit, all_rules().get(marked.rule)
    severity = hit.severity or (rule.severity if rule else Severity.MEDIUM)
    fix = f"backstay check --fix {hit.path}" if hit.edits else ""
    hint = hit.hint or (rule.hint if rule else "")
    where = Location(hit.path, hit.line, hit.column)
    return Finding(
        marked.rule, hit.message, where, hint, fix, severity, fingerprint=marked.fingerprint
    )


def _notes(gathered: Gathered, gone: int) -> list[str]:
    notes: list[str] = []
    notebooks = sum(one.endswith(".ipynb") for one in gathered.names)
    if notebooks:
        notes.append(f"{notebooks} notebook(s) are not read")
    if gone:
        notes.append(
            f"{gone} recorded finding(s) are gone; `backstay check --baseline` forgets them"
        )
    return notes
