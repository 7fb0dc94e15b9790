"""`backstay hook`: what coding agents' hosts call on their events."""

import sys
from typing import Annotated

import typer

Event = Annotated[str, typer.Argument(help="The event, where the payload does not name it.")]
Agent = Annotated[str, typer.Option(help="The specialist for whom the hook is installed.")]


def hook(event: Event = "", *, agent: Agent = "") -> None:
    """Answer an event of a host; the payload comes on standard input.

    `backstay-hook` is the same without the command table, which hosts call: it starts faster.
    """
    from backstay.agent.hook.run import answer

    said = answer(sys.stdin.read(), event, agent)
    if said.out:
        typer.echo(said.out)
    if said.error:
        typer.echo(said.error, err=True)
    raise typer.Exit(said.code)
