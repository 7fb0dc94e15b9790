"""`backstay init`: install hooks, agents, tools and /api with coding agents, or take them out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from backstay.agent.definitions.model import Definition

Host = Annotated[str, typer.Option(help="claude, vscode, cursor, codex; several with commas.")]
Root = Annotated[Path, typer.Option(help="The project.")]
Dry = Annotated[bool, typer.Option("--dry-run", help="Show the changes, write nothing.")]
Remove = Annotated[bool, typer.Option("--remove", help="Undo exactly what was installed.")]


def init(
    host: Host = "", *, root: Root = Path(), dry_run: Dry = False, remove: Remove = False
) -> None:
    """Install Backstay with hosts of coding agents; what stands there already is kept.

    Exits with 0, or with 2 when a host is unknown or a file cannot be merged; then nothing is
    written.
    """
    from backstay.agent.hosts.install import install
    from backstay.agent.hosts.plan import InstallError, plan
    from backstay.agent.hosts.tables import HOSTS, NOTES

    try:
        if remove:
            _remove(root)
            return
        chosen = _hosts(host, root)
        specialists = _specialists()
        decided = plan(root, (part for one in chosen for part in HOSTS[one](specialists, chosen)))
        for note in (*decided.notes, *(NOTES[one] for one in chosen if one in NOTES)):
            typer.echo(note)
        if dry_run:
            typer.echo(decided.diff() or "nothing would change", nl=False)
            return
        for path in install(root, decided):
            typer.echo(path)
    except InstallError as error:
        typer.echo(f"backstay init: {error}", err=True)
        raise typer.Exit(2) from error
    typer.echo("`backstay init --remove` takes all of it out again.")


def _hosts(said: str, root: Path) -> tuple[str, ...]:
    """The hosts that are meant. InstallError for others, and for a project that is not there."""
    from backstay.agent.hosts.plan import InstallError
    from backstay.agent.hosts.tables import HOSTS

    chosen = tuple(dict.fromkeys(one.strip() for one in said.split(",") if one.strip()))
    if not chosen or set(chosen) - set(HOSTS):
        unknown = ", ".join(sorted(set(chosen) - set(HOSTS))) or "none given"
        raise InstallError(f"--host: {unknown}; known are {', '.join(HOSTS)}")
    if not root.is_dir():
        raise InstallError(f"{root} is not a folder")
    return chosen


def _specialists() -> "tuple[Definition, ...]":
    from backstay.agent.definitions.load import load_definition
    from backstay.agent.definitions.places import BUILT_IN

    return tuple(load_definition(path) for path in sorted(BUILT_IN.glob("*.md")))


def _remove(root: Path) -> None:
    from backstay.agent.hosts.install import remove

    done = remove(root)
    for path in done.paths:
        typer.echo(f"as before: {path}")
    for path in done.left:
        typer.echo(f"changed since, left as it is: {path}", err=True)
    if not done.paths and not done.left:
        typer.echo("nothing is installed here")
    if done.left:
        raise typer.Exit(1)
