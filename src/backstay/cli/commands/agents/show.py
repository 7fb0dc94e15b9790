"""`backstay agents show`: a definition as an agent would be told, its variables filled."""

from pathlib import Path
from typing import Annotated

import typer

from backstay.cli.commands.agents.input import Root, definition_of, project_of

Name = Annotated[str, typer.Argument(help="A name, a role, or a file.")]
Strict = Annotated[bool, typer.Option("--strict", help="Fail where a variable has no value.")]


def show(name: Name, *, root: Root = Path(), strict: Strict = False) -> None:
    """Print a definition with the eleven variables filled from what detection finds.

    Exits with 1 when `--strict` and a variable is unknown or was not detected.
    """
    from backstay.agent.definitions.export import HOSTS, export
    from backstay.agent.definitions.variables import UnfilledError, fill_variables

    definition = definition_of(root, name)
    values = {one.name: one for one in project_of(root).variables}
    try:
        filled = fill_variables(definition, values, strict=strict)
    except UnfilledError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    host = definition.host if definition.host in HOSTS else "agents-md"
    typer.echo(export(filled, host).text, nl=False)
