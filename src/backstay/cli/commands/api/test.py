"""`backstay api test`: the tests of an endpoint, and its trials against the running service."""

from pathlib import Path
from typing import Annotated

import typer

from backstay.cli.project import contract_of, stop

Target = Annotated[str, typer.Argument(help="An endpoint, a resource, or nothing for all.")]
Root = Annotated[Path, typer.Option(help="The project.")]
Kinds = Annotated[
    list[str] | None, typer.Option("--kind", help="unit, integration, load, attack; repeatable.")
]


def try_out(target: Target = "", *, root: Root = Path(), kinds: Kinds = None) -> None:
    """Run what concerns a target. Exits with 1 when something fails or did not run."""
    from backstay.agent.api.target import NoTargetError
    from backstay.agent.api.testing import KINDS, try_endpoint

    wanted = tuple(kinds or KINDS)
    if unknown := sorted(set(wanted) - set(KINDS)):
        stop(f"no kind is called {', '.join(unknown)}; known: {', '.join(KINDS)}", 2)
    try:
        lines = try_endpoint(root, contract_of(root), target, wanted)
    except NoTargetError as error:
        stop(f"backstay api test: {error}", 2)
    for one in lines:
        said = "not run" if one.passed is None else f"{one.passed} passed, {one.failed} failed"
        typer.echo(f"{one.kind:12} {said}{f': {one.note}' if one.note else ''}")
    if any(one.failed or one.passed is None for one in lines):
        raise typer.Exit(1)
