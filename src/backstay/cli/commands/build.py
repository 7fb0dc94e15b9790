"""backstay build: the project that the contract asks for, every edit kept."""

from pathlib import Path
from typing import Annotated

import typer

from backstay.cli.project import contract_of, decided, finished_before


def build(
    path: Annotated[Path, typer.Argument(help="The project's folder.")] = Path(),
    *,
    dry_run: Annotated[bool, typer.Option(help="Say what would happen, write nothing.")] = False,
) -> None:
    """Build or rebuild the project of a contract; nothing that you edited is lost."""
    finished_before(path)
    prepared = decided(path, contract_of(path))
    for line in prepared.report.lines():
        typer.echo(line)
    typer.echo(f"{'would be ' if dry_run else ''}{prepared.report.summary()}")
    if not dry_run:
        prepared.apply()
    if prepared.report.conflicted:
        typer.echo("Resolve the conflicts, then build again.", err=True)
        raise typer.Exit(1)
