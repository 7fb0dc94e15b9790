"""`backstay mcp`: the tools for coding agents, over standard input and output."""

from pathlib import Path
from typing import Annotated

import typer

Root = Annotated[Path, typer.Option(help="The project to serve.")]
Agent = Annotated[str, typer.Option(help="Only the tools that this specialist may call.")]
Tokens = Annotated[bool, typer.Option("--tokens", help="Print how long the tool list is.")]


def mcp(*, root: Root = Path(), agent: Agent = "", tokens: Tokens = False) -> None:
    """Serve this project's tools over MCP, until the host closes the connection."""
    if not root.is_dir():
        typer.echo(f"backstay mcp: {root} is not a folder; give the root of a project", err=True)
        raise typer.Exit(2)
    from backstay.agent.mcp.server import make_server

    try:
        server = make_server(root, Path.home(), agent=agent)
    except ValueError as error:
        typer.echo(f"backstay mcp: {error}", err=True)
        raise typer.Exit(2) from error
    if tokens:
        import asyncio

        from backstay.agent.mcp.server import listing
        from backstay.agent.mcp.server import tokens as count

        text = asyncio.run(listing(server))
        typer.echo(f"{count(text)} tokens, {len(text)} characters, 13 tools at most 4000 tokens")
        return
    server.run("stdio")
