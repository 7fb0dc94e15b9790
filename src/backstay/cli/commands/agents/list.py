"""`backstay agents list`: every definition that a host would find here."""

from pathlib import Path

import typer

from backstay.cli.commands.agents.input import Json, Root, print_data, roster_of


def list_definitions(root: Root = Path(), *, as_json: Json = False) -> None:
    """List every definition with its host, its rank and the repairs that loading took.

    Exits with 0, or with 2 when a file cannot be read as a definition.
    """
    from backstay.agent.definitions.report import roster_data, roster_lines

    roster = roster_of(root)
    if as_json:
        print_data(roster_data(roster))
    else:
        for line in roster_lines(roster):
            typer.echo(line)
    for message in roster.unreadable:
        typer.echo(message, err=True)
    if roster.unreadable:
        raise typer.Exit(2)
