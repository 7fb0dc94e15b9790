"""Project: what stands in a folder that Backstay built, or that looks like it."""

import sys
from dataclasses import dataclass
from pathlib import Path

from backstay.blueprint import Blueprint, load

CONTRACT = "backstay.yaml"


class NoProjectError(Exception):
    """The folder holds nothing that can be proven; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Project:
    """A project's folder, its contract, and the interpreter that it runs on."""

    root: Path
    blueprint: Blueprint
    python: str

    @property
    def contract(self) -> Path:
        """The contract's file."""
        return self.root / CONTRACT

    @property
    def package(self) -> str:
        """The name of the project's package."""
        return self.blueprint.layout


def project_at(root: Path) -> Project:
    """The project in a folder.

    Raises: NoProjectError; ContractError when its contract has mistakes.
    """
    root = root.resolve()
    for name in (CONTRACT, "main.py", "alembic.ini"):
        if not (root / name).is_file():
            raise NoProjectError(
                f"{root} is no project: it has no {name}. `backstay new` makes one."
            )
    own = root / ".venv" / "bin" / "python"
    return Project(root, load(root / CONTRACT), str(own) if own.is_file() else sys.executable)
