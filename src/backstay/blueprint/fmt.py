"""A contract in canonical form: what it says stays the same, comments stay where they are."""

import re

from backstay.blueprint.canonical import digest
from backstay.blueprint.formatting.edits import Style, applied, edits_of
from backstay.blueprint.formatting.layout import laid_out
from backstay.blueprint.loading import read
from backstay.blueprint.mistakes import ContractError, Mistakes
from backstay.blueprint.reading.contract import root_of
from backstay.blueprint.reading.nodes import Pairs


def formatted(raw: bytes, name: str, *, long: bool = False) -> str:
    """The contract with its values in compact form and two spaces a level.

    A long form that holds a comment stays long, for the comment has no other place.

    Args:
        raw: the contract.
        name: what its mistakes are shown with.
        long: write long forms instead, where there are any.

    Raises:
        ContractError: the contract is not valid; only what can be read can be rewritten.
    """
    before, mistakes = read(raw)
    if before is None:
        raise ContractError(name, mistakes)
    text = re.sub("\r\n?", "\n", raw.decode().removeprefix("\ufeff"))
    text = applied(text, edits_of(Style(text, long), _root(text)))
    text = laid_out(text, _root(text))
    after, _ = read(text.encode())
    if after is None or digest(after) != digest(before):
        raise RuntimeError(f"formatting {name} would change what it says: please report this file")
    return text


def _root(text: str) -> Pairs:
    root = root_of(text.encode(), Mistakes())
    assert root, "what was valid before is still a mapping"
    return root
