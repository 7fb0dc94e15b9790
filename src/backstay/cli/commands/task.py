"""`backstay task`: a task in, code and proof out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from backstay.agent.work.request import Request
    from backstay.agent.work.state import Run

Text = Annotated[str, typer.Argument(help="The task, as one would type it.")]
Root = Annotated[Path, typer.Option(help="The project's folder.")]
Contract = Annotated[Path | None, typer.Option(help="The contract to build.")]
OpenApi = Annotated[Path | None, typer.Option(help="An OpenAPI document to take resources from.")]
Schema = Annotated[Path | None, typer.Option(help="SQL tables to take resources from.")]
List = Annotated[Path | None, typer.Option("--list", help="A file with one task a line.")]
Dry = Annotated[bool, typer.Option("--dry-run", help="Show the plan, write nothing.")]
Json = Annotated[bool, typer.Option("--json", help="Print the return as JSON and no more.")]
Start = Annotated[
    str, typer.Option(help="Starts a service that exists, to measure the new endpoint.")
]
Header = Annotated[list[str] | None, typer.Option(help="With --start: `Name: value` of who asks.")]
Known = Annotated[list[str] | None, typer.Option("--id", help="With --start: `name=value`.")]
Writes = Annotated[bool, typer.Option("--writes", help="With --start: measure what writes, too.")]
Phrases = Annotated[bool, typer.Option("--phrases", help="List the sentences understood.")]


def task(
    text: Text = "",
    *,
    root: Root = Path(),
    contract: Contract = None,
    openapi: OpenApi = None,
    schema: Schema = None,
    tasks: List = None,
    dry_run: Dry = False,
    as_json: Json = False,
    phrases: Phrases = False,
    start: Start = "",
    header: Header = None,
    known: Known = None,
    writes: Writes = False,
) -> None:
    """Carry a task out: design, plan, build, test, check, prove, return.

    Exits with 0 when it is delivered, with 1 when it is stopped or its return is refused, with 2
    when it is unclear; then backstay.draft.yaml holds what was understood.
    """
    from backstay.agent.work.request import Request
    from backstay.agent.work.tasks import listed
    from backstay.cli.asking import started_of

    if phrases:
        _list_phrases()
        return
    texts = listed(tasks) if tasks else [text] if text or contract or openapi or schema else []
    if not texts:
        typer.echo("backstay task: give a task, or --list with a file of tasks", err=True)
        raise typer.Exit(2)
    started = started_of(start, header or (), known or (), writes=writes)
    codes = []
    for one in texts:
        request = Request(one, root, contract, openapi, schema, dry_run, started=started)
        codes.append(_carry_out(request, as_json=as_json))
        if codes[-1]:
            break
    raise typer.Exit(codes[-1])


def _carry_out(request: "Request", *, as_json: bool) -> int:
    from backstay.agent.work.orchestrate import carry_out
    from backstay.agent.work.report import as_data, as_lines, write_draft

    run: Run = carry_out(request, _say, Path.home())
    if (code := _by_model(run)) is not None:
        return code
    write_draft(run)
    if as_json:
        import json

        typer.echo(json.dumps(as_data(run), indent=2, ensure_ascii=False))
    else:
        for line in as_lines(run):
            typer.echo(line)
    return run.code


def _by_model(run: "Run") -> int | None:
    """What no sentence says goes to the model that the environment names, if it names one."""
    from backstay.agent.model.provider import HINT, named
    from backstay.agent.work.state import State

    if run.state is not State.UNSURE or run.journal.quiet:
        return None
    if not (name := named()):
        _say(HINT)
        return None
    from backstay.agent.model.front import by_model

    end = by_model(run.root, run.text, name, Path.home(), _say)
    for line in end.lines():
        typer.echo(line)
    return end.code


def _say(message: str) -> None:
    typer.echo(message, err=True)


def _list_phrases() -> None:
    from backstay.agent.phrases.patterns import PHRASES

    for one in PHRASES:
        typer.echo(f"{one.kind:9} {one.english}\n{'':9} {one.french}")
