"""`backstay api security`: findings with remedies, and what nobody must sign in for."""

from pathlib import Path
from typing import Annotated

import typer

from backstay.cli.project import CONTRACT, contract_of

Root = Annotated[Path, typer.Option(help="The project.")]


def security(*, root: Root = Path()) -> None:
    """Audit a project's source. Exits with 1 when something is found."""
    from backstay.agent.api.security import audit
    from backstay.agent.work.gates import check

    blueprint = contract_of(root) if (root / CONTRACT).is_file() else None
    found = audit(root, blueprint, check)
    for one in found.found:
        typer.echo(f"{one}\n    remedy: {one.fix}")
    for path in found.open:
        typer.echo(f"open to everybody: {path}")
    for what in found.not_run:
        typer.echo(f"not run: {what}")
    typer.echo(f"{len(found.found)} findings")
    if found.found:
        raise typer.Exit(1)
