"""coverage: the project's own tests pass, and reach as much of it as the contract says."""

from collections.abc import Iterator

from backstay.blueprint.contract import Blueprint
from backstay.prove.attempt import Attempt, UncontrolledError
from backstay.prove.project.own_tests import NoTestsError, run_tests
from backstay.prove.subject.subject import SQLITE
from backstay.prove.trial import Phase, Trial


def trials(blueprint: Blueprint) -> Iterator[Trial]:
    """One, for all of it."""
    at = blueprint.keys.get("prove.coverage", blueprint.keys["service"])
    least = blueprint.proof.coverage
    claim = f"the project's own tests pass, and reach {least} % of its lines and of its branches"
    yield Trial("coverage", "prove.coverage", at, claim, _coverage, Phase.PROJECT, repeats=1)


async def _coverage(attempt: Attempt) -> None:
    subject = attempt.world.subject
    on_server = subject.where != SQLITE
    environment = {"TEST_DATABASE_URL": subject.database.url} if on_server else {}
    try:
        seen = await run_tests(subject.project, environment)
    except NoTestsError as error:
        raise UncontrolledError(str(error)) from error
    attempt.controlled(seen.tests, "the project has no tests")
    note = f"{seen.tests} tests, lines {seen.lines:.1f} %, branches {seen.branches:.1f} %"
    note += f", {seen.skipped} skipped" if seen.skipped else ""
    least = float(attempt.world.blueprint.proof.coverage)
    met = seen.coverage >= least
    attempt.figure("coverage", round(seen.coverage, 2), "%", least, met=met, note=note)
    attempt.require(met, f"coverage is {seen.coverage:.1f} %, below {least:g} % ({note})")
    why = f"{seen.failed} of {seen.tests} of the project's own tests fail:\n{seen.output}"
    attempt.require(not seen.failed, why)
