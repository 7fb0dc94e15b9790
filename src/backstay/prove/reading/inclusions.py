"""Inclusions: the routers that `include_router` names together with a keyword, such as its tags."""

from collections.abc import Iterable

from backstay.prove.reading.source import Source
from backstay.prove.reading.text import keyword
from backstay.prove.reading.tree import Tree


def included_with(source: Source, word: str) -> list[str]:
    """The full names of the routers that a source includes with this keyword."""
    return [
        source.full(call.args[0])
        for call in source.calls
        if source.last(call.func) == "include_router" and call.args and keyword(call, word)
    ]


def placed(tree: Tree, noted: Iterable[tuple[str, Iterable[str]]]) -> set[tuple[str, str]]:
    """Where routers stand, by file and name.

    Args: tree; noted, pairs of a file and of the full names that it includes.
    """
    return {tree.modules.find(name, path) for path, names in noted for name in names}
