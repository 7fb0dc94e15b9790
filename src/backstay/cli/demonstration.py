"""What the demo needs: its contract, and a service that stays up with an account to try."""

import asyncio
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import typer

import backstay
from backstay.cli.project import stop

if TYPE_CHECKING:
    from backstay.prove.subject.project import Project

NAME = "timetrack.yaml"


def contract_file() -> Path:
    """The demo's contract: beside the source in a clone, inside the package where installed."""
    clone = Path(backstay.__file__).parents[2] / "examples" / NAME
    packed = Path(str(files("backstay") / "examples" / NAME))
    found = clone if clone.is_file() else packed
    if not found.is_file():
        stop(f"The demo's contract is missing; looked for {clone} and {packed}.", 2)
    return found


def keep_up(project: "Project") -> None:
    """Serve the project until Ctrl-C, with an admin who can be tried at once."""
    try:
        asyncio.run(_serve(project))
    except KeyboardInterrupt:
        typer.echo("stopped")


async def _serve(project: "Project") -> None:
    from backstay.prove.subject.subject import running  # noqa: PLC0415 it loads slowly
    from backstay.prove.world.client import Client  # noqa: PLC0415 as above
    from backstay.prove.world.people import People  # noqa: PLC0415 as above
    from backstay.prove.world.person import PASSWORD  # noqa: PLC0415 as above

    async with running(project, "sqlite", {"ENVIRONMENT": "development"}) as subject:
        client = Client(subject.base)
        admin = await People(project.blueprint, client, subject.database).person("admin")
        await client.close()
        typer.echo(f"\nDocumentation: {subject.base}/docs")
        typer.echo(f"Sign in with:  {admin.email} / {PASSWORD}")
        typer.echo(f"Or right away: curl -H 'Authorization: Bearer {admin.token}' \\")
        typer.echo(f"                    {subject.base}/api/v1/tasks")
        typer.echo("Ctrl-C stops it.")
        await asyncio.Event().wait()
