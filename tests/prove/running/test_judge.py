"""Judge: passed only with a control, failed only three times in a row, else unproven."""

from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import pytest

from backstay.blueprint.model import Place
from backstay.prove.attempt import Attempt, NotApplicableError
from backstay.prove.evidence.exchange import Exchange
from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
from backstay.prove.running.judge import judged
from backstay.prove.trial import REPEATS, Trial
from backstay.prove.world.bodies import NoRowError
from backstay.prove.world.client import Client

SEEN = Exchange("ann", "GET", "/tasks", "", {}, 200, {}, b"{}")
LATER = Exchange("ann", "GET", "/later", "", {}, 200, {}, b"{}")


class Tries:
    """A trial that runs one function each time, and counts."""

    def __init__(self, *runs: Callable[[Attempt], None]) -> None:
        self.runs = runs
        self.count = 0

    async def run(self, attempt: Attempt) -> None:
        self.count += 1
        self.runs[min(self.count, len(self.runs)) - 1](attempt)


async def result_of(run: Callable[[Attempt], Awaitable[None]]) -> Result:
    client = Client("http://127.0.0.1:9")
    world: Any = SimpleNamespace(client=client)
    trial = Trial("lock", "resources.Task.lock", Place(7, 3), "it locks", run)
    try:
        return await judged(trial, world, "backstay.yaml")
    finally:
        await client.close()


def good(attempt: Attempt) -> None:
    attempt.world.client.sent += 2
    attempt.controlled(seen=True, why="never")
    attempt.require(good=True, why="never")


def bad(attempt: Attempt) -> None:
    attempt.world.client.steps += [SEEN, LATER]
    attempt.controlled(seen=True, why="never")
    attempt.require(False, "a stranger reads it", SEEN)


def blind(_: Attempt) -> None:
    raise NoRowError("no Task was found")


def broken(_: Attempt) -> None:
    raise KeyError("id")


def bad_then_blind(attempt: Attempt) -> None:
    bad(attempt)
    blind(attempt)


def idle(_: Attempt) -> None:
    pass


def without_meaning(_: Attempt) -> None:
    raise NotApplicableError("not on SQLite")


async def test_a_trial_that_holds_is_tried_once():
    tries = Tries(good)
    result = await result_of(tries.run)
    assert (result.outcome, result.reason, tries.count) == (Outcome.PASSED, "", 1)
    assert (result.controls, result.attacks, result.requests) == (1, 1, 2)


async def test_a_failure_comes_three_times_in_a_row():
    tries = Tries(bad)
    result = await result_of(tries.run)
    assert (result.outcome, tries.count) == (Outcome.FAILED, REPEATS)
    assert result.reason == "a stranger reads it"
    once = Tries(bad, good)
    assert (await result_of(once.run)).outcome is Outcome.PASSED


async def test_a_finding_points_to_the_contract_and_ends_with_what_was_seen():
    (finding,) = (await result_of(Tries(bad).run)).findings
    assert str(finding.where) == "backstay.yaml:7:3"
    assert "/tasks" in finding.script
    assert "/later" not in finding.script


@pytest.mark.parametrize(
    ("run", "said"),
    [
        (blind, "NoRow: no Task was found"),
        (broken, "the check itself broke on what it saw: Key: 'id'"),
        (idle, "nothing showed that the check could have failed"),
    ],
)
async def test_what_shows_nothing_is_unproven(run, said):
    result = await result_of(Tries(run).run)
    assert (result.outcome, result.reason, result.findings) == (Outcome.UNPROVEN, said, ())


async def test_what_was_seen_before_it_went_blind_was_seen():
    result = await result_of(Tries(bad_then_blind).run)
    assert (result.outcome, len(result.findings)) == (Outcome.FAILED, 1)
    mended = await result_of(Tries(blind, blind, good).run)
    assert (mended.outcome, mended.reason) == (Outcome.PASSED, "")


async def test_a_claim_without_meaning_is_not_tried_again():
    tries = Tries(without_meaning)
    result = await result_of(tries.run)
    assert (result.outcome, result.reason) == (Outcome.NOT_APPLICABLE, "not on SQLite")
