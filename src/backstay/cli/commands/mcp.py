"""`backstay mcp`: the tools for coding agents, over standard input and output."""

from pathlib import Path
from typing import Annotated

import typer

Root = Annotated[Path, typer.Option(help="The project to serve.")]
Tokens = Annotated[bool, typer.Option("--tokens", help="Print how long the tool list is.")]


def mcp(*, root: Root = Path(), tokens: Tokens = False) -> None:
    """Serve this project's tools over MCP, until the host closes the connection."""
    if not root.is_dir():
        typer.echo(f"backstay mcp: {root} is not a folder; give the root of a project", err=True)
        raise typer.Exit(2)
    from backstay.agent.mcp.server import make_server

    server = make_server(root, Path.home())
    if tokens:
        import asyncio

        from backstay.agent.mcp.server import listing
        from backstay.agent.mcp.server import tokens as count

        text = asyncio.run(listing(server))
        typer.echo(f"{count(text)} tokens, {len(text)} characters, 13 tools at most 4000 tokens")
        return
    server.run("stdio")
