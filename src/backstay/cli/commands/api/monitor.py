"""`backstay api monitor`: objectives, burn-rate alerts and a dashboard from the contract's sla."""

from pathlib import Path
from typing import Annotated

import typer

from backstay.cli.project import contract_of, stop

Root = Annotated[Path, typer.Option(help="The project.")]


def monitor(*, root: Root = Path()) -> None:
    """Write config/monitoring and check the alert rules with promtool, where it is installed.

    Exits with 1 when promtool refuses the rules; then nothing is written.
    """
    from backstay.agent.api.monitor import checked_rules, write_bundle

    blueprint = contract_of(root)
    good, said = checked_rules(blueprint)
    if good is False:
        stop(f"backstay api monitor: {said}", 1)
    for path in write_bundle(root, blueprint):
        typer.echo(f"written: {path}")
    typer.echo(said)
