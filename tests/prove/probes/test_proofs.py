"""Unbroken projects pass: every line of the behaviour of timetrack, of shop, and of club."""

from collections import Counter

import pytest

from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
from backstay.prove.running.discover import trials_of
from backstay.prove.running.proof import Run, proven
from backstay.prove.subject.project import project_at
from tests.servers import POSTGRES

from .proving import proof_of

STRANGERS = ["club", "clinic", "words", "chat", "bank", "library"]


def amiss(results: list[Result]) -> list[tuple[str, str, str]]:
    return [
        (result.check, result.key, result.reason)
        for result in results
        if result.outcome is not Outcome.PASSED
    ]


async def test_timetrack_is_proven(built):
    results = await proof_of(built("timetrack"))

    assert amiss(results) == []
    assert Counter(result.outcome for result in results)[Outcome.PASSED] > 100
    assert all(result.controls and result.requests for result in results)


@pytest.mark.real
@pytest.mark.parametrize("contract", ["shop", *STRANGERS])
async def test_other_contracts_are_proven(built, contract):
    assert amiss(await proof_of(built(contract))) == []


@pytest.mark.real
@pytest.mark.parametrize("contract", ["timetrack", "shop", *STRANGERS])
async def test_they_are_proven_on_a_server(built, contract):
    assert amiss(await proof_of(built(contract), database=POSTGRES)) == []


@pytest.mark.real
async def test_the_long_form_of_bad_input_is_passed_too(built):
    project = project_at(built("shop"))
    trials = trials_of(project.blueprint, ["bad-input"])
    results = await proven(project, trials, Run(full=True), lambda _: None)

    assert amiss(results) == []
    assert sum(result.attacks for result in results) > 4_000
