"""`backstay check`: holds source to the standard, without running it."""

from pathlib import Path
from typing import Annotated

import typer

from backstay.cli.checking import Asked, Format, checked
from backstay.cli.codes import WRONG_INPUT


def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders of one project.", metavar="[PATH]")
    ] = None,
    *,
    changed: Annotated[bool, typer.Option("--changed", help="Only lines not committed.")] = False,
    staged: Annotated[bool, typer.Option("--staged", help="Only lines in the index.")] = False,
    since: Annotated[str, typer.Option(help="Only lines changed since this commit.")] = "",
    form: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.TEXT,
    baseline: Annotated[
        bool, typer.Option("--baseline", help="Record all findings; later runs show new ones.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Make the changes that are safe.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="List also what only informs, and what is waived.")
    ] = False,
    own_tools: Annotated[
        bool,
        typer.Option("--gates", help="Run also the project's lint, types, tests and audits."),
    ] = False,
    cache: Annotated[bool, typer.Option(help="Keep records in .backstay_cache.")] = True,
) -> None:
    """Check source against the rules; `backstay explain DAT003` shows the page of one.

    Exits with 0 when nothing is wrong, 1 with findings or something unproven, 2 on wrong input.
    """
    said = checked(
        Asked(tuple(paths or ()), changed, staged, since, form, baseline, fix, everything, cache)
    )
    typer.echo(said.out, nl=False)
    typer.echo(said.error, nl=False, err=True)
    ran = said.code != WRONG_INPUT and not baseline
    through = _through_gates(said.root) if own_tools and ran else True
    if said.code or not through:
        raise typer.Exit(said.code or 1)


def _through_gates(root: Path) -> bool:
    """Run the gates and print them to the error stream, where no format is disturbed."""
    from backstay.prove.gates.run import gates
    from backstay.prove.outcome import Outcome

    through = True
    for one in gates(root):
        typer.echo(f"gate {one.name}: {one.outcome}", err=True)
        if one.outcome is not Outcome.PASSED:
            through = False
            typer.echo("".join(f"    {line}\n" for line in one.said.splitlines()), err=True)
    return through
