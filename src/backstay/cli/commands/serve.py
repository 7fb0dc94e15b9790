"""backstay serve: run a project as it is on this machine."""

import os
import secrets
from pathlib import Path
from typing import Annotated

import typer

from backstay.cli.codes import WRONG_INPUT
from backstay.cli.project import stop

EXAMPLE, OWN = ".env.example", ".env"


def serve(
    path: Annotated[Path, typer.Argument(help="The project's folder.")] = Path(),
    *,
    host: Annotated[str, typer.Option(help="Where to listen; empty: as configured.")] = "",
    port: Annotated[int, typer.Option(help="0: as configured.", min=0, max=65535)] = 0,
) -> None:
    """Serve a project; in development its database is migrated first, and made if need be."""
    from backstay.build.openapi import interpreter

    if not (path / "main.py").is_file():
        stop(f"{path.resolve()} is no project: it has no main.py. `backstay new` makes one.", 2)
    if not os.environ.get("SECRET_KEY") and not (path / OWN).exists():
        _configure(path)
    given = {"HOST": host, "PORT": str(port or "")}
    environment = {**os.environ, **{name: value for name, value in given.items() if value}}
    python = interpreter(path.resolve())
    os.chdir(path)
    os.execve(python, [python, "main.py"], environment)  # noqa: S606 no shell, and signals arrive


def _configure(path: Path) -> None:
    """A first .env with a secret of its own, as the example asks for."""
    try:
        text = (path / EXAMPLE).read_text(encoding="utf-8")
    except OSError:
        stop(f"SECRET_KEY is not set, and there is neither {OWN} nor {EXAMPLE}.", WRONG_INPUT)
    secret = f"\nSECRET_KEY={secrets.token_urlsafe(48)}\n"
    file = os.open(path / OWN, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(file, "w", encoding="utf-8") as written:
        written.write(text.replace("\nSECRET_KEY=\n", secret))
    typer.echo(f"{path / OWN} written, with a new SECRET_KEY")
