"""Documents after the work: evidence is gathered, then every document is rendered from it."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from backstay.agent.documents.alone import OutdatedError, due, write
from backstay.agent.documents.building import CONTRACT, last_kept
from backstay.agent.documents.catalogue import PATHS
from backstay.agent.documents.evidence.gather import own_tests_of, rules_of
from backstay.agent.documents.evidence.kept import Kept
from backstay.agent.documents.files import Files
from backstay.agent.returns.measured import kept as last_measured
from backstay.agent.tree.snapshot import revision
from backstay.agent.work.ports import Check
from backstay.blueprint import ContractError, load
from backstay.blueprint.contract import Blueprint
from backstay.build.files.apply import WriteError
from backstay.build.files.state import StateError
from backstay.build.tables.changes import MigrationRefused


@dataclass(frozen=True, slots=True)
class Documented:
    """The documents that were written, and why others were not."""

    written: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def document(root: Path, check: Check | None = None) -> Documented:
    """Bring the documents of a project to what contract, code and evidence say.

    Args: root; check, the rules, which are run where something is built; without it what they
    have said before is told again.

    Raises:
        ContractError, OutdatedError, StateError, MigrationRefused, ValueError, WriteError.
    """
    blueprint = load(root / CONTRACT)
    written: list[str] = []
    if any(not (root / path).is_file() for path in PATHS):
        # rules ask for documents: what they have seen must not depend on who came first
        written += write(root, due(root, blueprint, last_kept(root)))
    found = due(root, blueprint, gathered(root, blueprint, check))
    written += write(root, found)
    refused = tuple(f"{path}: {why}" for path, why in found.refused.items())
    return Documented(tuple(sorted(set(written))), refused)


def documented(root: Path, check: Check | None = None) -> tuple[str, ...]:
    """As `document`, for runs that have delivered already: what could not be written is said."""
    try:
        return tuple(f"not renewed: {one}" for one in document(root, check).refused)
    except (ContractError, OutdatedError, MigrationRefused, StateError, WriteError) as error:
        return (f"the documents are not renewed: {error}",)


def gathered(root: Path, blueprint: Blueprint, check: Check | None) -> Kept:
    """All evidence of the code as it is now, and older evidence where there is no newer."""
    last = last_kept(root)
    code = Files(root).code(blueprint.layout)
    rules, measured = last.rules, last_measured(root)
    if check is not None and (root / blueprint.layout).is_dir():
        seen = check(root, ())
        errors = Counter(one.rule for one in seen.found if one.level == "error")
        rules = rules_of(errors, code) if seen.ran else last.rules
    own = own_tests_of(measured, code) if measured.of(revision(root)) else None
    return Kept(last.proof, rules, own or last.tests)


def stale(root: Path) -> tuple[str, ...]:
    """What `document` would change or refuse, without running anything; none when all is fresh.

    Raises: as `document`.
    """
    blueprint = load(root / CONTRACT)
    found = due(root, blueprint, last_kept(root))
    return (
        *(f"{path} is not what contract, code and evidence say" for path in found.changed),
        *(f"{path}: {why}" for path, why in found.refused.items()),
    )
