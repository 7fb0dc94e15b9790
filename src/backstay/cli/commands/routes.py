"""backstay routes: which routes of a project are compiled, and why the others are not."""

import json
import os
import subprocess
from pathlib import Path
from typing import Annotated, Any

import typer

from backstay.cli.project import contract_of, stop

SECONDS = 60


def routes(
    path: Annotated[Path, typer.Argument(help="The project's folder.")] = Path(),
) -> None:
    """Show each route: compiled, or answered by stock FastAPI, and why."""
    found = _told(path.resolve(), f"{contract_of(path).layout}.main:create_app")
    width = max((len(one["path"]) for one in found), default=0)
    for one in found:
        how = f"stock: {one['why_not']}" if one["why_not"] else "compiled"
        typer.echo(f"{one['method']:7} {one['path']:{width}}  {how}")
    compiled = sum(not one["why_not"] for one in found)
    typer.echo(f"{compiled} of {len(found)} routes are compiled.")


def _told(root: Path, target: str) -> list[dict[str, Any]]:
    """What the project says of itself, in its own interpreter; nothing is opened."""
    from backstay.build.openapi import interpreter
    from backstay.build.teller import NOTHING

    command = [interpreter(root), "-m", "backstay.web.inventory", target]
    try:
        done = subprocess.run(  # noqa: S603 the project's own interpreter, no shell
            command,
            cwd=root,
            env={**os.environ, **NOTHING, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        stop(f"The project cannot be asked for its routes: {error}", 1)
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no message"]
        stop(f"The project cannot be imported: {last[0]}", 1)
    told: list[dict[str, Any]] = json.loads(done.stdout)
    return told
