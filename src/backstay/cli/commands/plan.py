"""backstay plan: what a build would do."""

from pathlib import Path
from typing import Annotated

import typer

from backstay.cli.commands.build import build


def plan(
    path: Annotated[Path, typer.Argument(help="The project's folder.")] = Path(),
) -> None:
    """Show what `backstay build` would do to each file; nothing is written."""
    build(path, dry_run=True)
