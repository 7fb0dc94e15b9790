"""`backstay find-existing`: what the project has already, before something new is written."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from backstay.cli.codes import WRONG_INPUT
from backstay.cli.project import stop


def find_existing(
    wanted: Annotated[
        str, typer.Argument(help="A name, a file with a function, or - for input.", metavar="WHAT")
    ],
    root: Annotated[Path, typer.Option(help="The project.")] = Path(),
) -> None:
    """Name functions and classes that may already do it, the most alike first.

    Exits with 0 when there are some, 1 when there are none, 2 on wrong input.
    """
    from backstay.prove.checking.root import project_of
    from backstay.prove.checking.settings import SettingsError
    from backstay.prove.existing.find import find_existing as find

    if not root.is_dir():
        stop(f"backstay find-existing: {root} is not a folder", WRONG_INPUT)
    try:
        found = find(project_of([root]), _text(wanted))
    except SettingsError as error:
        stop(f"backstay find-existing: {error}", WRONG_INPUT)
    for one in found:
        typer.echo(f"{one.path}:{one.line}: {one.kind} {one.name} ({one.likeness:.0%} alike)")
    if not found:
        stop(f"nothing here is like `{wanted[:60]}`", 1)


def _text(wanted: str) -> str:
    """What is asked for: the input, the text of a file, or the words themselves."""
    if wanted == "-":
        return sys.stdin.read(100_000)
    file = Path(wanted)
    try:
        if wanted.endswith(".py") and file.is_file():
            return file.read_text("utf-8", errors="replace")[:100_000]
    except OSError:
        return wanted
    return wanted
