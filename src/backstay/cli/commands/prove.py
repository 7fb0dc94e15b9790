"""backstay prove: every line of the contract against the running project."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from backstay.cli.codes import WRONG_INPUT
from backstay.cli.project import stop


def prove(
    path: Annotated[Path, typer.Argument(help="The project's folder.")] = Path(),
    *,
    database: Annotated[
        str,
        typer.Option(help="`sqlite`, or the URL of a PostgreSQL server to make a database on."),
    ] = "sqlite",
    full: Annotated[bool, typer.Option(help="The contract's own load, and a profile.")] = False,
    only: Annotated[list[str] | None, typer.Option(help="Only this check; repeatable.")] = None,
    report: Annotated[Path | None, typer.Option(help="Where to write the report.")] = None,
) -> None:
    """Prove a project: it is started on a database of its own, and every promise is tried.

    Exits with 0 when every line holds, 1 when one does not, 2 when there is nothing to prove.
    """
    from backstay.blueprint import ContractError
    from backstay.cli.proving import Progress, show
    from backstay.prove.running.proof import Run
    from backstay.prove.subject.project import NoProjectError, project_at
    from backstay.prove.whole import prove as run_proof
    from backstay.prove.whole import write

    if database != "sqlite" and not database.startswith(("postgres://", "postgresql")):
        stop(f"--database is `sqlite` or postgresql://..., not `{database}`", WRONG_INPUT)
    try:
        project = project_at(path)
    except (NoProjectError, ContractError) as error:
        stop(str(error), WRONG_INPUT)
    progress = Progress()
    run = Run(database=database, full=full)
    found = asyncio.run(run_proof(project, run, progress.begin, progress.tell, only or ()))
    page = write(found, project, report)
    show(found, page, whole=not only)
    held = all(result.outcome.value != "failed" for result in found.results)
    if not (held if only else found.proven):
        raise typer.Exit(1)
