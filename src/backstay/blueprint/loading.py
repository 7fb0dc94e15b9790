"""From the bytes of a contract to its mistakes, or to its blueprint."""

from pathlib import Path

from backstay.blueprint.checks.contract import read_contract
from backstay.blueprint.contract import Blueprint
from backstay.blueprint.mistakes import ContractError, Mistake, Mistakes
from backstay.blueprint.model import Place
from backstay.blueprint.reading.contract import root_of
from backstay.blueprint.reading.source import MOST_BYTES, TOP


def read(raw: bytes) -> tuple[Blueprint | None, list[Mistake]]:
    """The blueprint of a contract, or its mistakes; exactly one of the two."""
    mistakes = Mistakes()
    root = root_of(raw, mistakes)
    blueprint = read_contract(root, mistakes) if root else None
    found = mistakes.listed()
    return (None if found else blueprint), found


def bytes_of(path: Path, name: str) -> bytes:
    """The bytes of a contract file, no more than just too many.

    Raises:
        ContractError: BS001, the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as bad:
        raise ContractError(name, [unreadable(TOP, bad)]) from bad


def unreadable(at: Place, bad: OSError) -> Mistake:
    """What is said about a file that the system does not give (BS001)."""
    why = (bad.strerror or "unknown reason").lower()
    hint = "name a contract file, like contract.yaml"
    return Mistake(at.line, at.column, "BS001", f"cannot be read: {why}", hint=hint)
