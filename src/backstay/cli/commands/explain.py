"""`backstay explain`: what a code in a message means, and what to do."""

from difflib import get_close_matches
from importlib import import_module
from typing import Annotated, Protocol

import typer

# Each is a module with `ids` and `page`; one that is not there yet is left out.
BOOKS = (
    "backstay.blueprint.book",
    "backstay.prove.rulebook",
    "backstay.prove.probes.book",
)


class Book(Protocol):
    """Pages by id."""

    def ids(self) -> list[str]:
        """The ids that have a page."""
        ...

    def page(self, code: str, /) -> str | None:
        """The page of an id, or None."""
        ...


def explain(
    code: Annotated[
        str, typer.Argument(help="A code such as BS302 or DAT003.", metavar="CODE")
    ] = "",
    *,
    requirements: Annotated[
        bool, typer.Option("--requirements", help="Print what holds each row of the standard.")
    ] = False,
) -> None:
    """Explain a code: what it means, a wrong example, a right one, and what to do.

    Exits with 2 if nothing has that code.
    """
    if requirements:
        from backstay.prove.standard.page import page

        typer.echo(page().rstrip())
        return
    books = _books()
    wanted = code.strip().upper()
    for book in books:
        text = book.page(wanted)
        if text is not None:
            typer.echo(text.rstrip())
            return
    _unknown(code, wanted, books)


def _unknown(code: str, wanted: str, books: list[Book]) -> None:
    known = sorted(name for book in books for name in book.ids())
    near = get_close_matches(wanted, known, 1, 0.5)
    typer.echo(f"nothing is called `{code[:40]}`", err=True)
    if near:
        typer.echo(f"    did you mean: {near[0]}", err=True)
    ranges = [f"from {ids[0]} to {ids[-1]}" for book in books if (ids := sorted(book.ids()))]
    typer.echo(f"    hint: codes stand in messages, {' and '.join(ranges)}", err=True)
    raise typer.Exit(2)


def _books() -> list[Book]:
    found: list[Book] = []
    for name in BOOKS:
        try:
            found.append(import_module(name))
        except ModuleNotFoundError as missing:
            if missing.name is None or not f"{name}.".startswith(f"{missing.name}."):
                raise
    return found
