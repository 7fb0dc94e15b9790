"""backstay new: a project from a contract, or from the least one that works."""

from pathlib import Path
from typing import Annotated

import typer

from backstay.blueprint.naming import kebab
from backstay.cli.project import CONTRACT, contract_of, decided

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
    if path.exists() and any(path.iterdir()):
        typer.echo(f"{path} is not empty; nothing was touched. Choose another folder.", err=True)
        raise typer.Exit(2)
    text = contract.read_bytes() if contract else _minimal(path).encode()
    blueprint = contract_of(contract) if contract else contract_of(path, text)
    prepared = decided(path, blueprint)
    prepared.write[CONTRACT] = text
    made = not path.exists()
    path.mkdir(parents=True, exist_ok=True)
    try:
        prepared.apply()
    except BaseException:
        if made and not any(path.iterdir()):
            path.rmdir()
        raise
    typer.echo(f"{path}: {prepared.report.summary()}")
    typer.echo(f"Next: cd {path} && backstay serve")


def _minimal(path: Path) -> str:
    letters = kebab(path.resolve().name.lower().replace(" ", "-"))
    name = "".join(sign for sign in letters if sign.isascii() and (sign.isalnum() or sign == "-"))
    return MINIMAL.format(service=name.strip("-") or "service")
