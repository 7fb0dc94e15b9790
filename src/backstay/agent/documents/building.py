"""A build with its documents: all or none, and never over a person's words."""

from pathlib import Path

from backstay.agent.documents.evidence.gather import proof_at
from backstay.agent.documents.evidence.kept import Kept, read
from backstay.agent.documents.files import Files
from backstay.agent.documents.render import rendered
from backstay.blueprint.contract import Blueprint
from backstay.build.derived import renew
from backstay.build.project import Build, prepare

CONTRACT = "backstay.yaml"


def prepared(root: Path, blueprint: Blueprint, contract: bytes = b"") -> Build:
    """Decide a build, documents included; nothing is written.

    Args: root; blueprint; contract, the bytes of its file where the build is to write it too.

    Raises:
        StateError, ValueError, MigrationRefused: As `prepare` does.
    """
    build = prepare(root, blueprint)
    if contract:
        build.put(CONTRACT, contract)
    found = rendered(blueprint, Files(root, build.write, build.remove), last_kept(root))
    for path, content in found.changed.items():
        renew(build, path, content)
    build.report.notes += [f"{path} is not renewed: {why}" for path, why in found.refused.items()]
    return build


def last_kept(root: Path) -> Kept:
    """All evidence that there is: the last proof that was run here, else what is kept."""
    kept = read(root)
    return Kept(proof_at(root) or kept.proof, kept.rules, kept.tests)
