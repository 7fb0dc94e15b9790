"""`backstay fmt`: contracts in canonical form."""

import os
import shutil
from pathlib import Path
from typing import Annotated

import typer


def fmt(
    files: Annotated[list[Path], typer.Argument(help="Contracts to format.", metavar="FILE...")],
    *,
    check: Annotated[bool, typer.Option("--check", help="Change nothing, show the diff.")] = False,
    long: Annotated[bool, typer.Option("--long", help="Write long forms.")] = False,
) -> None:
    """Write contracts in canonical form; comments stay, and so does what they say.

    Exits with 1 if `--check` finds something to change, with 2 if a contract is not valid.
    """
    codes = [_one(file, check=check, long=long) for file in files]
    if any(codes):
        raise typer.Exit(max(codes))


def _one(file: Path, *, check: bool, long: bool) -> int:
    from backstay.blueprint import ContractError
    from backstay.blueprint.fmt import formatted
    from backstay.blueprint.loading import bytes_of

    name = str(file).encode(errors="replace").decode()
    try:
        before = bytes_of(file, name)
        after = formatted(before, name, long=long).encode()
    except ContractError as bad:
        typer.echo(str(bad))
        typer.echo(f"{name}: not formatted: {len(bad.mistakes)} to mend first")
        return 2
    if before == after:
        typer.echo(f"{name}: as it should be")
        return 0
    if check:
        typer.echo(_difference(name, before, after), nl=False)
        typer.echo(f"{name}: would change; run `backstay fmt {name}`")
        return 1
    _replace(file, after)
    typer.echo(f"{name}: formatted")
    return 0


def _difference(name: str, before: bytes, after: bytes) -> str:
    from difflib import unified_diff

    old, new = (text.decode().splitlines(keepends=True) for text in (before, after))
    return "".join(unified_diff(old, new, name, f"{name} (formatted)"))


def _replace(file: Path, content: bytes) -> None:
    """All of the new text or none: a half-written contract would be a lost one."""
    target = file.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(content)
        shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
