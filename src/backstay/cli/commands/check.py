"""`backstay check`: holds source to the standard, without running it."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from backstay.cli.project import WRONG_INPUT, stop

if TYPE_CHECKING:
    from backstay.prove.checking.report import Report


class Format(StrEnum):
    """How a report is printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders of one project.", metavar="[PATH]")
    ] = None,
    *,
    changed: Annotated[bool, typer.Option("--changed", help="Only lines not committed.")] = False,
    staged: Annotated[bool, typer.Option("--staged", help="Only lines in the index.")] = False,
    since: Annotated[str, typer.Option(help="Only lines changed since this commit.")] = "",
    form: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.TEXT,
    baseline: Annotated[
        bool, typer.Option("--baseline", help="Record all findings; later runs show new ones.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Make the changes that are safe.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="List also what only informs, and what is waived.")
    ] = False,
    own_tools: Annotated[
        bool,
        typer.Option("--gates", help="Run also the project's lint, types, tests and audits."),
    ] = False,
    cache: Annotated[bool, typer.Option(help="Keep records in .backstay_cache.")] = True,
) -> None:
    """Check source against the rules; `backstay explain DAT003` shows the page of one.

    Exits with 0 when nothing is wrong, 1 with findings or something unproven, 2 on wrong input.
    """
    from backstay.prove.checking.project import ProjectError, Run

    try:
        run = Run.over(paths or [Path()], changed=changed, staged=staged, since=since)
        if fix:
            for one in run.fix():
                typer.echo(f"fixed: {one}")
        if baseline:
            count = run.record()
            typer.echo(f"{count} findings recorded in {run.baseline}; commit it")
            return
        report = run.report(cached=cache)
    except ProjectError as error:
        stop(f"backstay check: {error}", WRONG_INPUT)
    typer.echo(_printed(report, form, everything=everything))
    through = _through_gates(run.root) if own_tools else True
    if report.findings or report.unproven or not through:
        raise typer.Exit(1)


def _through_gates(root: Path) -> bool:
    """Run the gates and print them to the error stream, where no format is disturbed."""
    from backstay.prove.gates.run import gates
    from backstay.prove.outcome import Outcome

    through = True
    for one in gates(root):
        typer.echo(f"gate {one.name}: {one.outcome}", err=True)
        if one.outcome is not Outcome.PASSED:
            through = False
            typer.echo("".join(f"    {line}\n" for line in one.said.splitlines()), err=True)
    return through


def _printed(report: "Report", form: Format, *, everything: bool) -> str:
    from backstay.prove.formats.github import github
    from backstay.prove.formats.plain import plain
    from backstay.prove.formats.sarif import sarif
    from backstay.prove.formats.text import text

    if form is Format.TEXT:
        return text(report, everything=everything)
    return {Format.JSON: plain, Format.SARIF: sarif, Format.GITHUB: github}[form](report)
