"""audit: no locked dependency has a known vulnerability; an audit that saw nothing is no proof."""

from collections.abc import Iterator

from backstay.blueprint.contract import Blueprint
from backstay.prove.attempt import Attempt, UncontrolledError
from backstay.prove.project.audit import BlindError, audited
from backstay.prove.trial import Phase, Trial

LOCK = "requirements.txt"


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One, for what the service imports in production."""
    claim = "no locked dependency has a known vulnerability"
    at = blueprint.keys["service"]
    yield Trial("audit", "service", at, claim, _audit, Phase.PROJECT, repeats=1)


async def _audit(attempt: Attempt) -> None:
    requirements = attempt.world.subject.project.root / LOCK
    attempt.controlled(requirements.is_file(), f"the project has no {LOCK}")
    try:
        seen = await audited(requirements)
    except BlindError as error:
        raise UncontrolledError(str(error)) from error
    note = f"{seen.packages} packages"
    holes = len(seen.found)
    attempt.figure("vulnerabilities", holes, "", 0, met=not holes, note=note)
    attempt.require(not holes, f"{holes} known vulnerabilities: {', '.join(seen.found[:5])}")
