"""The contract: read, checked, frozen.

`load` and `parse` give the blueprint that upper floors read, or raise `ContractError` with every
mistake; `check` gives the mistakes. The readers are imported when one of them is called.
"""

from pathlib import Path

from backstay.blueprint.contract import Blueprint
from backstay.blueprint.mistakes import ContractError, Mistake

__all__ = ["Blueprint", "ContractError", "Mistake", "check", "load", "parse"]


def load(path: Path | str) -> Blueprint:
    """The blueprint of a contract file.

    Raises:
        ContractError: the file cannot be read, or is no valid contract; carries every mistake.
    """
    from backstay.blueprint.loading import bytes_of  # noqa: PLC0415 - see above

    return parse(bytes_of(Path(path), str(path)), str(path))


def parse(raw: bytes, name: str) -> Blueprint:
    """The blueprint of a contract given as bytes; `name` is what its mistakes are shown with.

    Raises:
        ContractError: the bytes are no valid contract; carries every mistake.
    """
    from backstay.blueprint.loading import read  # noqa: PLC0415 - see above

    blueprint, mistakes = read(raw)
    if blueprint is None:
        raise ContractError(name, mistakes)
    return blueprint


def check(raw: bytes) -> list[Mistake]:
    """Every mistake of a contract, in the order of the file; none if it is valid."""
    from backstay.blueprint.loading import read  # noqa: PLC0415 - see above

    return read(raw)[1]
