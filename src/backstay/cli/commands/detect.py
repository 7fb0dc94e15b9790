"""`backstay detect`: what a project is made of, with the lines that show it."""

import json
from pathlib import Path
from typing import Annotated

import typer


def detect(
    root: Annotated[Path, typer.Argument(help="The folder to look at.")] = Path(),
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of lines.")] = False,
) -> None:
    """Show framework, ORM, migrations, tests, workers, folders and commands of a project.

    Only files are read; a command that is found is never run. Exits with 0, or with 2 when the
    folder is none.
    """
    from backstay.detect.report import as_data, as_lines
    from backstay.detect.survey import detect as survey

    try:
        found = survey(root)
    except NotADirectoryError as error:
        typer.echo(f"backstay detect: {error}", err=True)
        raise typer.Exit(2) from error
    if as_json:
        typer.echo(json.dumps(as_data(found), indent=2, ensure_ascii=False))
    else:
        for line in as_lines(found):
            typer.echo(line)
