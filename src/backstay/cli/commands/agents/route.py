"""`backstay agents route`: which specialist a task wakes, and why."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from backstay.cli.commands.agents.input import (
    Json,
    Root,
    print_data,
    project_of,
    refuse,
    roster_of,
)

if TYPE_CHECKING:
    from backstay.agent.definitions.model import Definition

Text = Annotated[str | None, typer.Argument(help="The task, as one would type it.")]
Paths = Annotated[list[str] | None, typer.Option("--path", help="A file it is about; repeatable.")]
Among = Annotated[list[Path] | None, typer.Option(help="Only these definitions, files or folders.")]
Cases = Annotated[Path | None, typer.Option(help="Labelled prompts: measure instead of deciding.")]
Explain = Annotated[bool, typer.Option("--explain", help="Show every signal and its weight.")]


def route(
    text: Text = None,
    *,
    root: Root = Path(),
    paths: Paths = None,
    among: Among = None,
    explain: Explain = False,
    cases: Cases = None,
    as_json: Json = False,
) -> None:
    """Print the name of the specialist, or `none`. Exits with 1 when nobody wakes.

    With `--cases`, prints how many labelled prompts are decided right, and exits with 1 below 95%.
    """
    from backstay.agent.activation.report import as_data, as_lines
    from backstay.agent.activation.route import route as decide
    from backstay.agent.activation.task import Task

    roster = roster_of(root, among or ())
    for message in roster.unreadable:
        typer.echo(message, err=True)
    if cases:
        _measure(cases, roster.definitions)
        return
    if not text:
        raise refuse("give a task to route, or --cases with a file of labelled prompts")
    decision = decide(Task(text, tuple(paths or ())), roster.definitions, project_of(root))
    if as_json:
        print_data(as_data(decision))
    else:
        for line in as_lines(decision, explain=explain):
            typer.echo(line)
    if decision.chosen is None:
        raise typer.Exit(1)


def _measure(cases: Path, definitions: "tuple[Definition, ...]") -> None:
    from backstay.agent.activation.accuracy import GOAL, CasesError, measure, share, summary

    try:
        outcomes = measure(cases, definitions)
    except CasesError as error:
        raise refuse(str(error)) from error
    for line in summary(outcomes):
        typer.echo(line)
    if share(outcomes) < GOAL:
        raise typer.Exit(1)
