"""Proving: the behaviour of a project by some checks or by all of them."""

from collections.abc import Iterable
from pathlib import Path

from backstay.prove.evidence.result import Result
from backstay.prove.running.discover import trials_of
from backstay.prove.running.proof import Run, proven
from backstay.prove.subject.project import project_at
from backstay.prove.subject.subject import SQLITE
from backstay.prove.trial import Phase

CHECKS = (
    "account action anonymous bad-input bounds default expand filter flow lock matrix nested"
    " on-delete page parity reference rule search set-by-server soft sort strict unique"
).split()


async def proof_of(
    root: Path, checks: Iterable[str] = CHECKS, key: str = "", database: str = SQLITE
) -> list[Result]:
    """What the behaviour of a project is proven to be.

    Args: root; checks; key, of the contract, every one when it is empty;
    database, where: a file, or a server.
    """
    project = project_at(root)
    trials = [
        trial
        for trial in trials_of(project.blueprint, checks)
        if trial.phase in (Phase.BEHAVIOUR, Phase.BARE, Phase.LIMITS) and key in ("", trial.key)
    ]
    assert trials, f"nothing proves {key} by {checks}"
    return await proven(project, trials, Run(database), lambda _: None)
