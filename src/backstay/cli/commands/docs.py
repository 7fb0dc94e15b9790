"""backstay docs: the documents of a project, from its contract, its code and its evidence."""

from pathlib import Path
from typing import Annotated

import typer

from backstay.cli.codes import WRONG_INPUT
from backstay.cli.project import stop


def docs(
    path: Annotated[Path, typer.Argument(help="The project's folder.")] = Path(),
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Say what is stale, write nothing, exit with 1.")
    ] = False,
) -> None:
    """Render the documents anew; in a folder with a contract only, those of the design.

    Figures come from the last `backstay prove`; what was not measured of this code is said so.
    Exits with 0 when all are fresh, 1 when one is stale or was edited, 2 without a contract.
    """
    from backstay.agent.documents.alone import OutdatedError
    from backstay.agent.work.checking import check as rules
    from backstay.agent.work.documenting import document, stale
    from backstay.blueprint import ContractError
    from backstay.build.files.apply import WriteError
    from backstay.build.files.state import StateError
    from backstay.build.tables.changes import MigrationRefused

    try:
        if check:
            _say_stale(stale(path))
            return
        done = document(path, rules)
    except ContractError as error:
        stop(str(error), WRONG_INPUT)
    except (OutdatedError, StateError, MigrationRefused, WriteError, ValueError) as error:
        stop(str(error), 1)
    for one in done.written:
        typer.echo(f"written   {one}")
    if not done.written:
        typer.echo("every document is what contract, code and evidence say")
    if done.refused:
        stop("\n".join(done.refused), 1)


def _say_stale(found: tuple[str, ...]) -> None:
    if not found:
        typer.echo("every document is what contract, code and evidence say")
        return
    stop("\n".join([*found, "`backstay docs` renders what is stale"]), 1)
