"""Judge: tries a trial until it is passed, failed three times in a row, or unproven."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any, TypeAlias, TypeVar

import httpx2

from backstay.prove.attempt import Attempt, NotApplicableError, Try, UncontrolledError
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.evidence.result import Result
from backstay.prove.evidence.script import script_of, until
from backstay.prove.finding import Finding, Location
from backstay.prove.outcome import Outcome
from backstay.prove.subject.database import RefusedError
from backstay.prove.subject.process import StartError
from backstay.prove.trial import Challenge, Trial
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.client import Client
from backstay.prove.world.people import NoPersonError
from backstay.prove.world.world import World

T = TypeVar("T", bound=Try)
Script: TypeAlias = Callable[[str, str, Sequence[Exchange | str]], str]

BLIND = (
    UncontrolledError,
    NoRowError,
    NoPersonError,
    StartError,
    RefusedError,
    httpx2.HTTPError,
)
"""What keeps a trial from seeing anything; it says nothing about the contract."""


async def judged(trial: Trial, world: World, contract: str) -> Result:
    """The result of one trial; every try has people and rows of its own.

    Args: trial; world; contract, the file that findings point to.
    """
    return await tried(trial, lambda: Attempt(world), world.client, contract, script_of)


async def tried(
    trial: Challenge[T], begin: Callable[[], T], client: Client, source: str, script: Script
) -> Result:
    """The result of one challenge.

    Args: trial; begin, makes a new try; client, that it sends with; source, the file that findings
    point to; script, writes what shows a finding again.
    """
    began, sent = monotonic(), client.sent
    reason, attempt = "", begin()
    for _ in range(trial.repeats):
        attempt = begin()
        client.forget()
        try:
            await trial.run(attempt)
        except NotApplicableError as error:
            return without(trial, Outcome.NOT_APPLICABLE, str(error))
        except Exception as error:  # noqa: BLE001 one check that breaks must not hide the others
            known = isinstance(error, BLIND)
            said = f"{type(error).__name__.removesuffix('Error')}: {error}"
            reason = said if known else f"the check itself broke on what it saw: {said}"
            if attempt.mismatches:  # what was seen before it went blind, was seen
                reason = ""
            continue
        if not attempt.mismatches:
            reason = "" if attempt.controls else "nothing showed that the check could have failed"
            break
        reason = ""
    return Result(
        check=trial.check,
        key=trial.key,
        at=trial.at,
        claim=trial.claim,
        outcome=_outcome(attempt, reason),
        reason=reason or "; ".join(one.why for one in attempt.mismatches[:3]),
        controls=attempt.controls,
        attacks=attempt.attacks,
        requests=client.sent - sent,
        seconds=round(monotonic() - began, 3),
        findings=() if reason else _findings(trial, attempt, client.steps, source, script),
        figures=tuple(attempt.figures),
        plans=tuple(attempt.plans),
    )


def without(trial: Challenge[Any], outcome: Outcome, reason: str) -> Result:
    """The result of a trial of which nothing was seen."""
    return Result(trial.check, trial.key, trial.at, trial.claim, outcome, reason)


def _outcome(attempt: Try, reason: str) -> Outcome:
    if reason:
        return Outcome.UNPROVEN
    return Outcome.FAILED if attempt.mismatches else Outcome.PASSED


def _findings(
    trial: Challenge[Any],
    attempt: Try,
    steps: Sequence[Exchange | str],
    source: str,
    script: Script,
) -> tuple[Finding, ...]:
    where = Location(source, trial.at.line, trial.at.column)
    return tuple(
        Finding(
            trial.check,
            mismatch.why,
            where,
            script=script(trial.claim, mismatch.why, until(steps, mismatch.seen)),
        )
        for mismatch in attempt.mismatches
    )
