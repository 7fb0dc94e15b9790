"""`backstay lint`: every mistake of one or several contracts."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from backstay.blueprint import Mistake


def lint(
    files: Annotated[list[Path], typer.Argument(help="Contracts to check.", metavar="FILE...")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print a list of mistakes.")] = False,
) -> None:
    """Check contracts; every mistake with its place, what is allowed there, and what to do.

    Exits with 2 if a contract is not valid, else with 0.
    """
    found = {_shown(file): _mistakes(file) for file in files}
    if as_json:
        typer.echo(json.dumps([_record(n, m) for n, ms in found.items() for m in ms], indent=2))
    else:
        for name, mistakes in found.items():
            _print(name, mistakes)
    if any(found.values()):
        raise typer.Exit(2)


def _shown(file: Path) -> str:
    """A file's name as it can be printed, whatever bytes it is made of."""
    return str(file).encode(errors="replace").decode()


def _mistakes(file: Path) -> "list[Mistake]":
    from backstay.blueprint import ContractError, check
    from backstay.blueprint.loading import bytes_of

    try:
        return check(bytes_of(file, str(file)))
    except ContractError as bad:
        return list(bad.mistakes)


def _print(name: str, mistakes: "list[Mistake]") -> None:
    for mistake in mistakes:
        typer.echo(mistake.show(name))
    count = f"{len(mistakes)} mistake{'s' * (len(mistakes) > 1)}" if mistakes else "valid"
    typer.echo(f"{name}: {count}")


def _record(name: str, mistake: "Mistake") -> dict[str, object]:
    return {
        "file": name,
        "line": mistake.line,
        "column": mistake.column,
        "code": mistake.code,
        "message": mistake.message,
        "near": mistake.near,
        "allowed": list(mistake.allowed),
        "hint": mistake.hint,
    }
