"""backstay demo: the whole way, from a contract to a proven backend, in a temporary folder."""

import asyncio
from pathlib import Path
from tempfile import mkdtemp
from typing import Annotated

import typer

from backstay.cli.demonstration import contract_file, keep_up
from backstay.cli.project import contract_of, decided, stop, write


def demo(
    *,
    keep: Annotated[bool, typer.Option(help="Serve it afterwards, until Ctrl-C.")] = False,
    full: Annotated[bool, typer.Option(help="The contract's own load: five minutes.")] = False,
) -> None:
    """Build timetrack from its contract, serve it on SQLite, prove it, and say what was measured.

    Exits with 0 when every line of the contract holds.
    """
    from backstay.cli.proving import Progress, show
    from backstay.prove.running.proof import Run
    from backstay.prove.subject.project import project_at
    from backstay.prove.whole import prove
    from backstay.prove.whole import write as write_report

    contract = contract_file()
    root = Path(mkdtemp(prefix="backstay-demo-")) / "timetrack"
    text = contract.read_text(encoding="utf-8")
    typer.echo(f"Contract: {contract}, {len(text.splitlines())} lines")
    prepared = decided(root, contract_of(contract))
    prepared.write["backstay.yaml"] = text.encode()
    root.mkdir()
    write(prepared)
    typer.echo(f"Project:  {root}, {prepared.report.summary()}")
    for note in prepared.report.notes:
        typer.echo(f"          {note}")
    typer.echo("Proof:    the project's own server on SQLite, databases made for it and removed")
    progress = Progress()
    project = project_at(root)
    found = asyncio.run(prove(project, Run(full=full), progress.begin, progress.tell))
    show(found, write_report(found, project))
    if not found.proven:
        stop("\nThe demo did not prove everything; the report says what and why.", 1)
    if keep:
        keep_up(project)
