"""backstay build: the project that the contract asks for, every edit kept."""

from pathlib import Path
from typing import Annotated

import typer

from backstay.cli.codes import WRONG_INPUT
from backstay.cli.project import contract_of, decided, finished_before, stop, write


def build(
    path: Annotated[Path, typer.Argument(help="The project's folder.")] = Path(),
    *,
    dry_run: Annotated[bool, typer.Option(help="Say what would happen, write nothing.")] = False,
) -> None:
    """Build or rebuild the project of a contract; nothing that you edited is lost."""
    from backstay.build.files.apply import is_interrupted

    if not dry_run:
        finished_before(path)
    elif is_interrupted(path):
        stop("The last build was interrupted; `backstay build` completes it first.", 1)
    prepared = decided(path, contract_of(path))
    report = prepared.report
    if prepared.is_first and report.conflicted:
        stop(_in_the_way(path, report.conflicted), WRONG_INPUT)
    if not dry_run:
        write(prepared)
    for line in report.lines():
        typer.echo(line)
    typer.echo(f"{'would be ' if dry_run else ''}{report.summary()}")
    if report.conflicted:
        typer.echo("Resolve the conflicts, then build again.", err=True)
        raise typer.Exit(1)


def _in_the_way(path: Path, found: list[str]) -> str:
    listed = "\n  ".join(found)
    return (
        f"{path} holds files that Backstay did not write, where it would write its own:\n"
        f"  {listed}\nNothing was touched. Move them, or build in an empty folder."
    )
