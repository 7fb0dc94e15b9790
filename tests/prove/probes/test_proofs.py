"""Unbroken projects pass: every line of the behaviour of timetrack, of shop, and of club."""

from collections import Counter

import pytest

from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
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
