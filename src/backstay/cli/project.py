"""What the commands on projects share: the contract, the build, and their failures as messages."""

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from backstay.cli.codes import WRONG_INPUT

if TYPE_CHECKING:
    from backstay.blueprint.contract import Blueprint
    from backstay.build.project import Build

CONTRACT = "backstay.yaml"


def contract_of(path: Path, raw: bytes | None = None) -> "Blueprint":
    """The blueprint of a contract file, or of a project's own; exits 2 on mistakes."""
    from backstay.blueprint import ContractError, load, parse  # noqa: PLC0415 it loads slowly

    file = path / CONTRACT if path.is_dir() or raw is not None else path
    try:
        return parse(raw, str(file)) if raw is not None else load(file)
    except ContractError as error:
        many = len(error.mistakes)
        stop(f"{error}\n{file}: {many} mistake{'s' * (many > 1)}", WRONG_INPUT)


def decided(root: Path, blueprint: "Blueprint") -> "Build":
    """The build of a blueprint, with its documents, decided; exits where it must not happen."""
    from backstay.agent.documents.building import prepared  # noqa: PLC0415 as above
    from backstay.build.files.state import StateError  # noqa: PLC0415 as above
    from backstay.build.tables.changes import MigrationRefused  # noqa: PLC0415 as above

    try:
        return prepared(root, blueprint)
    except (StateError, ValueError) as error:
        stop(str(error), WRONG_INPUT)
    except MigrationRefused as error:
        stop(str(error), 1)


def finished_before(root: Path) -> bool:
    """Complete a build that was decided and interrupted; gives whether there was one."""
    from backstay.build.files.apply import WriteError, finish  # noqa: PLC0415 as above

    try:
        found = finish(root)
    except WriteError as error:
        stop(str(error), 1)
    if found:
        typer.echo("The last build was interrupted; it is complete now.")
    return found


def write(build: "Build") -> None:
    """Write a build; exits 1 when that is impossible, with nothing changed."""
    from backstay.build.files.apply import WriteError  # noqa: PLC0415 as above

    try:
        build.apply()
    except WriteError as error:
        stop(str(error), 1)


def stop(message: str, code: int) -> NoReturn:
    """Print a message to the error stream and exit."""
    typer.echo(message, err=True)
    raise typer.Exit(code)
