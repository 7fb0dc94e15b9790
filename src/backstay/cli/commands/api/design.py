"""`backstay api design`: operations, how they behave under load and failure, their OpenAPI."""

import json
from pathlib import Path
from typing import Annotated

import typer

from backstay.cli.project import contract_of, stop

Target = Annotated[str, typer.Argument(help="An endpoint, a resource, or nothing for all.")]
Root = Annotated[Path, typer.Option(help="The project, or a contract file.")]
Out = Annotated[Path | None, typer.Option(help="Write the OpenAPI document here.")]


def design(target: Target = "", *, root: Root = Path(), out: Out = None) -> None:
    """Show what the contract becomes, and check its OpenAPI against it; nothing is built.

    Exits with 1 when the document and the contract differ, with 2 when the target is unknown.
    """
    from backstay.agent.api.design import design as designed
    from backstay.agent.api.target import NoTargetError

    try:
        found = designed(contract_of(root), target)
    except NoTargetError as error:
        stop(f"backstay api design: {error}", 2)
    except ValueError as error:
        stop(f"backstay api design: {error}", 1)
    for one in found.operations:
        roles = ", ".join(one.operation.roles)
        typer.echo(f"{one.operation.method} {one.operation.path} ({one.operation.id}; {roles})")
        typer.echo(f"    under load: {one.load}")
        typer.echo(f"    on failure: {one.failure}")
    if out is not None:
        text = json.dumps(found.openapi, indent=1, sort_keys=True, ensure_ascii=False)
        out.write_text(f"{text}\n", encoding="utf-8")
        typer.echo(f"{out} written")
    for difference in found.differences:
        typer.echo(difference, err=True)
    typer.echo(f"{len(found.operations)} operations; {len(found.differences)} differences")
    if found.differences:
        raise typer.Exit(1)
