"""What `prove` and `demo` share: progress while a proof runs, and what is printed of it."""

import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from pathlib import Path

    from backstay.prove.evidence.result import Result
    from backstay.prove.report.report import Report
    from backstay.prove.trial import Challenge

MOST_SHOWN = 12


class Progress:
    """Says how far a proof is: one line on a terminal, written over; elsewhere one per check."""

    def __init__(self) -> None:
        self._all = 0
        self._done = 0
        self._left: Counter[str] = Counter()
        self._seen: dict[str, Counter[str]] = {}
        self._live = sys.stderr.isatty()

    def begin(self, trials: "Sequence[Challenge[Any]]") -> None:
        """The trials are known."""
        self._all = len(trials)
        self._left = Counter(trial.check for trial in trials)
        typer.echo(f"{self._all} checks of {len(self._left)} kinds", err=True)

    def tell(self, result: "Result") -> None:
        """One more result."""
        self._done += 1
        self._left[result.check] -= 1
        self._seen.setdefault(result.check, Counter())[result.outcome.value] += 1
        if self._live:
            line = f"{self._done}/{self._all} {result.check}: {result.claim}"
            sys.stderr.write(f"\r\x1b[K{line[:100]}")
            if self._done == self._all:
                sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
        elif not self._left[result.check]:
            found = ", ".join(f"{n} {what}" for what, n in self._seen[result.check].items())
            typer.echo(f"[{self._done}/{self._all}] {result.check}: {found}", err=True)


def show(report: "Report", page: "Path", *, whole: bool = True) -> None:
    """The end of a proof: what did not hold, the sheet, the sentence, where the report is.

    Where only some checks were run, `whole` is off, and neither sheet nor sentence is shown.
    """
    for result in _not_held(report)[:MOST_SHOWN]:
        where = f"line {result.at.line}" if result.at.line else result.key
        typer.echo(f"{result.outcome.value}: {where}: {result.check}: {result.claim}")
        typer.echo(f"    {result.reason[:400]}")
    if not whole:
        counts = Counter(result.outcome.value for result in report.results)
        typer.echo(", ".join(f"{count} {what}" for what, count in counts.items()))
        typer.echo(f"Report: {page}")
        return
    typer.echo("")
    for gate in report.gates:
        measured = "unproven" if gate.measured is None else f"{gate.measured:.4g} {gate.unit}"
        target = f"{gate.target}{'' if gate.hard else ' (target)'}"
        typer.echo(f"{gate.name:<40} {measured:>18}   {target:<20} {gate.note}".rstrip())
    typer.echo("")
    form = "" if report.full else " (short form of the load; --full runs the contract's own)"
    counts = Counter(line.outcome.value for line in report.lines)
    shown = ", ".join(f"{count} {what}" for what, count in counts.items())
    typer.echo(f"Lines of the contract: {shown}{form}")
    typer.echo(f"Report: {page}")
    typer.echo("")
    if report.delivery.sentence:
        typer.echo(report.delivery.sentence)
    else:
        typer.echo("There is no delivery sentence:")
        missing = report.delivery.missing
        for one in missing[:MOST_SHOWN]:
            typer.echo(f"    {one}")
        if len(missing) > MOST_SHOWN:
            typer.echo(f"    and {len(missing) - MOST_SHOWN} more; the report has them all")


def _not_held(report: "Report") -> "list[Result]":
    bad = ("failed", "unproven")
    found = [result for result in report.results if result.outcome.value in bad]
    return sorted(found, key=lambda result: bad.index(result.outcome.value))
