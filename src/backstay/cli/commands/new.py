"""backstay new: a project from a contract, or from the least one that works."""

from pathlib import Path
from typing import Annotated

import typer

from backstay.blueprint.naming import kebab
from backstay.cli.codes import WRONG_INPUT
from backstay.cli.project import (
    CONTRACT,
    contract_of,
    decided,
    finished_before,
    stop,
    write,
)

FOLDER = ".backstay"

MINIMAL = """\
backstay: 1
service: {service}
version: 0.1.0

# Every resource becomes a table, a service and its operations. Accounts come by themselves;
# `backstay explain` and `backstay lint` help with the rest. Then: backstay build
resources:
  Note:
    fields:
      title: text 1..200, search
      body: text ..5000, optional
      owner: User = caller
    list: {{filter: [owner], sort: [-created_at, title]}}
"""


def new(
    path: Annotated[Path, typer.Argument(help="The folder to make.")],
    *,
    contract: Annotated[Path | None, typer.Option(help="The contract to build.")] = None,
) -> None:
    """Make a project: its contract, and everything that follows from it."""
    if (path / FOLDER).is_dir() and finished_before(path):
        return
    if path.exists() and not _is_free(path):
        stop(f"{path} is not an empty folder; nothing was touched. Choose another.", WRONG_INPUT)
    blueprint = contract_of(contract) if contract else None
    text = contract.read_bytes() if contract else _minimal(path).encode()
    blueprint = blueprint or contract_of(path, text)
    prepared = decided(path, blueprint)
    prepared.write[CONTRACT] = text
    path.mkdir(parents=True, exist_ok=True)
    write(prepared)
    typer.echo(f"{path}: {prepared.report.summary()}")
    for note in prepared.report.notes:
        typer.echo(note)
    typer.echo(f"Next: cd {path} && backstay serve")


def _is_free(path: Path) -> bool:
    """Whether nothing is there, but for what a killed `new` has left before it decided."""
    return path.is_dir() and all(
        one.name == FOLDER and not any(inner.is_file() for inner in one.rglob("*"))
        for one in path.iterdir()
    )


def _minimal(path: Path) -> str:
    letters = kebab(path.resolve().name.lower().replace(" ", "-"))
    name = "".join(sign for sign in letters if sign.isascii() and (sign.isalnum() or sign == "-"))
    return MINIMAL.format(service=name.strip("-") or "service")
