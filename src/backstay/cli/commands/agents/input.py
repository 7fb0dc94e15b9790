"""What the sub-commands share: how definitions are named and found, and how input is refused."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from backstay.agent.definitions.model import Definition
    from backstay.agent.definitions.roster import Roster
    from backstay.detect.model import Profile

Root = Annotated[Path, typer.Option(help="The project whose hosts' folders are looked through.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of lines.")]


def refuse(message: str) -> typer.Exit:
    """Says on standard error what is wrong with the input; the exit to raise."""
    typer.echo(f"backstay agents: {message}", err=True)
    return typer.Exit(2)


def roster_of(root: Path, files: Sequence[Path] = ()) -> "Roster":
    """The given files and the Markdown in given folders; without any, all that hosts would find."""
    from backstay.agent.definitions.places import Found
    from backstay.agent.definitions.roster import load_files, load_roster

    if files:
        return load_files(Found(path, path.as_posix(), "project") for path in _opened(files))
    return load_roster(_folder(root), Path.home())


def definition_of(root: Path, name: str) -> "Definition":
    """The definition in a file, else the one of that name, else the one of that role."""
    if Path(name).is_file():
        roster = roster_of(root, [Path(name)])
        if roster.unreadable:
            raise refuse(roster.unreadable[0])
        return roster.definitions[0]
    roster = roster_of(root)
    found = roster.named(name)
    if found is None:
        known = ", ".join(dict.fromkeys(one.name for one in roster.definitions)) or "none"
        raise refuse(f"no definition is called {name}; found: {known}")
    return found


def project_of(root: Path) -> "Profile":
    """What detection finds in the project."""
    from backstay.detect.survey import detect

    return detect(_folder(root)).main


def print_data(data: Any) -> None:
    """JSON for programs, letters as they are."""
    typer.echo(json.dumps(data, indent=2, ensure_ascii=False, default=str))


def _folder(root: Path) -> Path:
    if not root.is_dir():
        raise refuse(f"{root} is not a folder; give the root of a project")
    return root


def _opened(files: Sequence[Path]) -> Iterator[Path]:
    for path in files:
        yield from sorted((*path.glob("*.md"), *path.glob("*.mdc"))) if path.is_dir() else [path]
