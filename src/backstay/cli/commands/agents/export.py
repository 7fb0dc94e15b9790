"""`backstay agents export`: a definition as a file of another host."""

from pathlib import Path
from typing import Annotated

import typer

from backstay.cli.commands.agents.input import Root, definition_of, refuse

Name = Annotated[str, typer.Argument(help="A name, a role, or a file.")]
Host = Annotated[str, typer.Option("--host", help="claude, skill, vscode, cursor or agents-md.")]
To = Annotated[Path | None, typer.Option(help="Write below this folder, where the host looks.")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]


def export(
    name: Name, *, host: Host, root: Root = Path(), to: To = None, force: Force = False
) -> None:
    """Print a definition for a host, or write it where the host looks for it.

    Loading the result gives the same definition. What the host will ignore is said on standard
    error. Exits with 2 when the host is unknown or a file is in the way.
    """
    from backstay.agent.definitions.export import HOSTS
    from backstay.agent.definitions.export import export as written_for
    from backstay.agent.definitions.lint.hosts import ignored_fields
    from backstay.agent.definitions.write import write_text

    known = next((one for one in HOSTS if one == host), None)
    if known is None:
        raise refuse(f"no host is called {host}; known: {', '.join(HOSTS)}")
    definition = definition_of(root, name)
    written = written_for(definition, known)
    for finding in ignored_fields(definition, known):
        typer.echo(f"note: {finding.message}", err=True)
    if to is None:
        typer.echo(written.text, nl=False)
        return
    place = to / written.path
    if not place.resolve().is_relative_to(to.resolve()):
        raise refuse(f"{place} leads out of {to} by a link; nothing was written")
    if place.exists() and not force:
        raise refuse(f"{place} is there already; give --force to replace it")
    place.parent.mkdir(parents=True, exist_ok=True)
    write_text(place, written.text)
    typer.echo(str(place))
