"""The documents by themselves: of a project that is built, or of a contract before it is."""

from pathlib import Path

from backstay.agent.documents.evidence.kept import Kept
from backstay.agent.documents.files import Files
from backstay.agent.documents.render import Rendered, rendered
from backstay.blueprint.canonical import digest
from backstay.blueprint.contract import Blueprint
from backstay.build.files.apply import apply
from backstay.build.files.state import read_state
from backstay.build.openapi import PATHS as OPENAPI
from backstay.build.project import prepare


class OutdatedError(Exception):
    """The code is not that of the contract, so no document can be of both."""


def due(root: Path, blueprint: Blueprint, kept: Kept) -> Rendered:
    """What would have to be written now; nothing is.

    Where nothing is built yet, this is the design (R-237): the OpenAPI documents too are told, by
    a project that is built on paper.

    Raises:
        OutdatedError: the contract has changed since the last build.
        StateError, ValueError, MigrationRefused: As `prepare` does.
    """
    state = read_state(root)
    if state is None:
        build = prepare(root, blueprint)
        found = rendered(blueprint, Files(root, build.write, build.remove), kept)
        told = {path: build.write[path] for path in OPENAPI if path in build.write}
        return Rendered({**told, **found.changed}, found.refused)
    if state.contract != digest(blueprint):
        raise OutdatedError("the contract has changed since the last build; `backstay build` first")
    return rendered(blueprint, Files(root), kept)


def write(root: Path, found: Rendered) -> list[str]:
    """Write what is due, all or none; gives the paths. Raises: WriteError."""
    apply(root, found.changed, [])
    return sorted(found.changed)
