"""`backstay agents lint`: what is wrong with definitions, and what hosts silently ignore."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from backstay.cli.commands.agents.input import Json, Root, print_data, refuse, roster_of

if TYPE_CHECKING:
    from backstay.agent.definitions.lint.finding import Finding

Files = Annotated[list[Path] | None, typer.Argument(help="Definitions; without any, all found.")]
Hosts = Annotated[list[str] | None, typer.Option("--host", help="Judge for it; repeatable.")]
Fix = Annotated[bool, typer.Option("--fix", help="Write into the files what can be mended.")]


def lint(
    files: Files = None,
    *,
    root: Root = Path(),
    hosts: Hosts = None,
    fix: Fix = False,
    as_json: Json = False,
) -> None:
    """Look definitions over. Exits with 1 on any error or warning, with 2 on unreadable files."""
    from backstay.agent.definitions.dialects import DIALECTS
    from backstay.agent.definitions.lint.run import lint as look_over
    from backstay.agent.definitions.report import finding_data

    if unknown := sorted(set(hosts or ()) - set(DIALECTS)):
        raise refuse(f"no host is called {', '.join(unknown)}; known: {', '.join(DIALECTS)}")
    roster = roster_of(root, files or ())
    if fix:
        _mend(look_over(roster), None if files else root)
        roster = roster_of(root, files or ())
    found = look_over(roster, [host for host in DIALECTS if host in (hosts or ())])
    if as_json:
        print_data({"schema": 1, "findings": [finding_data(one) for one in found]})
    else:
        for one in found:
            typer.echo(str(one))
    for message in roster.unreadable:
        typer.echo(message, err=True)
    if roster.unreadable:
        raise typer.Exit(2)
    if any(one.level != "info" for one in found):
        raise typer.Exit(1)


def _mend(found: "Sequence[Finding]", root: Path | None) -> None:
    """Writes the fixes into the files of the project, or those given; nobody else's are touched."""
    from backstay.agent.definitions.lint.fixes import apply_fixes
    from backstay.agent.definitions.places import OURS

    for path in dict.fromkeys(one.path for one in found if one.fix):
        if root and path.startswith(("~", "/", OURS)):
            continue
        place = root / path if root else Path(path)
        if place.is_file():
            made = apply_fixes(place, [one.fix for one in found if one.path == path and one.fix])
            typer.echo(f"{path}: {made} place(s) mended", err=True)
